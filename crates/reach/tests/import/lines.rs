//! CSV and pasted lines.

use crate::{check, check_refused, check_with};

#[test]
fn a_header_names_the_columns_in_any_order_and_spelling() {
    check("name,lat,lon\nHQ,52.37,4.90\n", &[r#"hq "HQ" 52.37 4.90"#]);
    check("Longitude;Site;Latitude\n4,9;HQ;52,37\n", &[r#"hq "HQ" 52.37 4.9"#]);
    check("X\tY\tOffice\n4.9\t52.37\tHQ", &[r#"hq "HQ" 52.37 4.9"#]);
    check("\u{feff}site id,SITE NAME,Lat.,Lng\nN1,North,1,2", &[r#"n1 "North" 1 2"#]);
    check("name,coordinates\nHQ,\"52.37, 4.90\"", &[r#"hq "HQ" 52.37 4.90"#]);
    check("notes,name,lat,lon,more\n\"a,\nb\",\"HQ \"\"1\"\"\",1,2,x", &[r#"hq-1 "HQ \"1\"" 1 2"#]);
}

#[test]
fn a_city_stands_for_coordinates() {
    // Frankfurt's location stands at 50.12, 8.74 to a hundredth (data/peering_locations.csv).
    check("site,city,country\nPlant,Frankfurt,DE", &[r#"plant "Plant" 50.12 8.74"#]);
    check("Frankfurt\n", &[r#"frankfurt "Frankfurt" 50.12 8.74"#]);
    check("frankfurt, de", &[r#"frankfurt "frankfurt" 50.12 8.74"#]);
    check("name,lat,lon,city\nA,1,2,Frankfurt\nB,,,Frankfurt", &[r#"a "A" 1 2"#, r#"b "B" 50.12 8.74"#]);
    let unknown = "is not known: give latitude and longitude instead, such as 52.37; 4.90";
    check_with("Atlantis", &[], &[&format!("line 1, column 1: the city \"Atlantis\" {unknown}")]);
    check_with("city,country\nFrankfurt,US", &[], &[&format!("line 2, column 1: the city \"Frankfurt\" {unknown}")]);
}

#[test]
fn lines_without_a_header_are_read_as_people_paste_them() {
    check("52.37, 4.90", &[r#"site "" 52.37 4.90"#]);
    check("52,37; 4,90", &[r#"site "" 52.37 4.90"#]);
    check("52,37,4,90", &[r#"site "" 52.37 4.90"#]);
    check("Amsterdam HQ, 52.37, 4.90", &[r#"amsterdam-hq "Amsterdam HQ" 52.37 4.90"#]);
    check("52.37\t4.90\tAmsterdam HQ", &[r#"amsterdam-hq "Amsterdam HQ" 52.37 4.90"#]);
    check("Amsterdam HQ 52.37 4.90", &[r#"amsterdam-hq "Amsterdam HQ" 52.37 4.90"#]);
    check("52.37 4.90 Amsterdam HQ", &[r#"amsterdam-hq "Amsterdam HQ" 52.37 4.90"#]);
    check("HQ; 52°30'N 4°54'E\nLab; 33 30 00 S, 18 30 00 E", &[r#"hq "HQ" 52.5 4.9"#, r#"lab "Lab" -33.5 18.5"#]);
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_the_rest_is_offered() {
    check_with(
        "name,lat,lon\nA,52.37,4.90\nB,north,4.90\nC,95,4.90\nD,1,\nE,2,3\n",
        &[r#"a "A" 52.37 4.90"#, r#"e "E" 2 3"#],
        &[
            "line 3, column 3: \"north\" is no latitude: write degrees such as 52.37 or 52°22'12\"N",
            "line 4, column 3: \"95\" is out of range for a latitude: latitudes go from -90 to 90; are the two columns \
             swapped?",
            "line 5, column 3: the longitude is missing: give one, or a city instead of both",
        ],
    );
    check_with(
        "name;lat;lon\nZürich;47,4;181\n;;\n",
        &[],
        &["line 2, column 13: \"181\" is out of range for a longitude: longitudes go from -180 to 180"],
    );
    check_with("HQ, 52.37", &[], &["line 1, column 5: the longitude is missing: give one, or a city instead of both"]);
    check_with(
        "name,lat\nA,1",
        &[],
        &["line 1, column 1: the header names a latitude and no longitude: name that column, too"],
    );
    check_with(
        "name,lat,lon\n\"A,1,2\nB,3,4",
        &[r#"b "B" 3 4"#],
        &["line 2, column 1: the quotation mark is never closed: add the second one, or remove it"],
    );
}

#[test]
fn two_sites_of_one_name_are_two_sites() {
    check("name,lat,lon\nShop,1,2\nShop,3,4", &[r#"shop "Shop" 1 2"#, r#"shop-2 "Shop" 3 4"#]);
}

#[test]
fn text_of_another_kind_is_refused_with_a_remedy() {
    check_refused(" \n", "there is no text: paste lines such as \"Amsterdam HQ; 52.37; 4.90\", or choose a file");
}
