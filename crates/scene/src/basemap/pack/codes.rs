//! Which ISO 3166 code a shape of the source gets.

use super::source::Point;

/// Land without a code of its own in the source: disputed areas.
pub(super) const NO_CODE: [u8; 2] = *b"--";

/// The alpha-2 code of a polygon: `numeric` is the code of its shape, `at` any point of its outer ring.
///
/// A part overseas that has a code of its own in ISO 3166 gets that code, so it is not tinted as its mother country.
/// Parts without one (the Canary Islands, Hawaii) stay with the country.
pub(super) fn code_of(numeric: Option<u16>, at: Point) -> Option<[u8; 2]> {
    let Some(numeric) = numeric else { return Some(NO_CODE) };
    let (lon, lat) = at.degrees();
    let inside = |part: &&Overseas| {
        part.mother == numeric && (part.west..=part.east).contains(&lon) && (part.south..=part.north).contains(&lat)
    };
    if let Some(part) = OVERSEAS.iter().find(inside) {
        return Some(*part.code);
    }
    ALPHA_2.iter().find(|(it, _)| *it == numeric).map(|(_, code)| **code)
}

/// A part of a shape with a code of its own, and a box that holds it and no other part, in degrees.
struct Overseas {
    mother: u16,
    code: &'static [u8; 2],
    west: f64,
    east: f64,
    south: f64,
    north: f64,
}

const fn overseas(mother: u16, code: &'static [u8; 2], west: f64, east: f64, south: f64, north: f64) -> Overseas {
    Overseas { mother, code, west, east, south, north }
}

const OVERSEAS: [Overseas; 9] = [
    // France.
    overseas(250, b"GF", -56.0, -50.0, 1.0, 7.0),
    overseas(250, b"GP", -63.0, -60.5, 15.5, 17.0),
    overseas(250, b"MQ", -62.0, -60.0, 14.0, 15.2),
    overseas(250, b"RE", 54.0, 57.0, -23.0, -19.0),
    overseas(250, b"YT", 44.0, 46.0, -14.0, -12.0),
    // The Netherlands: Bonaire, Sint Eustatius and Saba.
    overseas(528, b"BQ", -70.0, -61.0, 11.0, 19.0),
    // New Zealand: Tokelau.
    overseas(554, b"TK", -174.0, -170.0, -11.0, -7.0),
    // Norway: Svalbard, Jan Mayen.
    overseas(578, b"SJ", 0.0, 40.0, 74.0, 82.0),
    overseas(578, b"SJ", -11.0, -6.0, 70.0, 72.0),
];

/// Numeric and alpha-2 codes of the shapes at 1:110 million and 1:50 million.
#[rustfmt::skip]
const ALPHA_2: &[(u16, &[u8; 2])] = &[
    (4, b"AF"), (8, b"AL"), (10, b"AQ"), (12, b"DZ"), (16, b"AS"), (20, b"AD"), (24, b"AO"), (28, b"AG"), (31, b"AZ"),
    (32, b"AR"), (36, b"AU"), (40, b"AT"), (44, b"BS"), (48, b"BH"), (50, b"BD"), (51, b"AM"), (52, b"BB"),
    (56, b"BE"), (60, b"BM"), (64, b"BT"), (68, b"BO"), (70, b"BA"), (72, b"BW"), (76, b"BR"), (84, b"BZ"),
    (86, b"IO"), (90, b"SB"), (92, b"VG"), (96, b"BN"), (100, b"BG"), (104, b"MM"), (108, b"BI"), (112, b"BY"),
    (116, b"KH"), (120, b"CM"), (124, b"CA"), (132, b"CV"), (136, b"KY"), (140, b"CF"), (144, b"LK"), (148, b"TD"),
    (152, b"CL"), (156, b"CN"), (158, b"TW"), (170, b"CO"), (174, b"KM"), (178, b"CG"), (180, b"CD"), (184, b"CK"),
    (188, b"CR"), (191, b"HR"), (192, b"CU"), (196, b"CY"), (203, b"CZ"), (204, b"BJ"), (208, b"DK"), (212, b"DM"),
    (214, b"DO"), (218, b"EC"), (222, b"SV"), (226, b"GQ"), (231, b"ET"), (232, b"ER"), (233, b"EE"), (234, b"FO"),
    (238, b"FK"), (239, b"GS"), (242, b"FJ"), (246, b"FI"), (248, b"AX"), (250, b"FR"), (258, b"PF"), (260, b"TF"),
    (262, b"DJ"), (266, b"GA"), (268, b"GE"), (270, b"GM"), (275, b"PS"), (276, b"DE"), (288, b"GH"), (296, b"KI"),
    (300, b"GR"), (304, b"GL"), (308, b"GD"), (316, b"GU"), (320, b"GT"), (324, b"GN"), (328, b"GY"), (332, b"HT"),
    (334, b"HM"), (336, b"VA"), (340, b"HN"), (344, b"HK"), (348, b"HU"), (352, b"IS"), (356, b"IN"), (360, b"ID"),
    (364, b"IR"), (368, b"IQ"), (372, b"IE"), (376, b"IL"), (380, b"IT"), (384, b"CI"), (388, b"JM"), (392, b"JP"),
    (398, b"KZ"), (400, b"JO"), (404, b"KE"), (408, b"KP"), (410, b"KR"), (414, b"KW"), (417, b"KG"), (418, b"LA"),
    (422, b"LB"), (426, b"LS"), (428, b"LV"), (430, b"LR"), (434, b"LY"), (438, b"LI"), (440, b"LT"), (442, b"LU"),
    (446, b"MO"), (450, b"MG"), (454, b"MW"), (458, b"MY"), (462, b"MV"), (466, b"ML"), (470, b"MT"), (478, b"MR"),
    (480, b"MU"), (484, b"MX"), (492, b"MC"), (496, b"MN"), (498, b"MD"), (499, b"ME"), (500, b"MS"), (504, b"MA"),
    (508, b"MZ"), (512, b"OM"), (516, b"NA"), (520, b"NR"), (524, b"NP"), (528, b"NL"), (531, b"CW"), (533, b"AW"),
    (534, b"SX"), (540, b"NC"), (548, b"VU"), (554, b"NZ"), (558, b"NI"), (562, b"NE"), (566, b"NG"), (570, b"NU"),
    (574, b"NF"), (578, b"NO"), (580, b"MP"), (583, b"FM"), (584, b"MH"), (585, b"PW"), (586, b"PK"), (591, b"PA"),
    (598, b"PG"), (600, b"PY"), (604, b"PE"), (608, b"PH"), (612, b"PN"), (616, b"PL"), (620, b"PT"), (624, b"GW"),
    (626, b"TL"), (630, b"PR"), (634, b"QA"), (642, b"RO"), (643, b"RU"), (646, b"RW"), (652, b"BL"), (654, b"SH"),
    (659, b"KN"), (660, b"AI"), (662, b"LC"), (663, b"MF"), (666, b"PM"), (670, b"VC"), (674, b"SM"), (678, b"ST"),
    (682, b"SA"), (686, b"SN"), (688, b"RS"), (690, b"SC"), (694, b"SL"), (702, b"SG"), (703, b"SK"), (704, b"VN"),
    (705, b"SI"), (706, b"SO"), (710, b"ZA"), (716, b"ZW"), (724, b"ES"), (728, b"SS"), (729, b"SD"), (732, b"EH"),
    (740, b"SR"), (748, b"SZ"), (752, b"SE"), (756, b"CH"), (760, b"SY"), (762, b"TJ"), (764, b"TH"), (768, b"TG"),
    (776, b"TO"), (780, b"TT"), (784, b"AE"), (788, b"TN"), (792, b"TR"), (795, b"TM"), (796, b"TC"), (800, b"UG"),
    (804, b"UA"), (807, b"MK"), (818, b"EG"), (826, b"GB"), (831, b"GG"), (832, b"JE"), (833, b"IM"), (834, b"TZ"),
    (840, b"US"), (850, b"VI"), (854, b"BF"), (858, b"UY"), (860, b"UZ"), (862, b"VE"), (876, b"WF"), (882, b"WS"),
    (887, b"YE"), (894, b"ZM"),
];
