//! KML.

use crate::{check, check_refused, check_with};

fn kml(inside: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\n{inside}\n</Document></kml>"
    )
}

#[test]
fn points_of_placemarks_are_sites() {
    check(
        &kml(
            "<name>Offices</name><Folder><name>EU</name><Placemark><name>HQ &amp; lab</name><description>x</description>\
             <Point><coordinates>\n 4.90,52.37,0 </coordinates></Point></Placemark></Folder>",
        ),
        &[r#"hq-lab "HQ & lab" 52.37 4.90"#],
    );
    check(
        &kml("<Placemark><name><![CDATA[Shop]]></name><MultiGeometry><Point><coordinates>1,2</coordinates></Point>\
             <Point><coordinates>3,4</coordinates></Point></MultiGeometry></Placemark>"),
        &[r#"shop-1 "Shop 1" 2 1"#, r#"shop-2 "Shop 2" 4 3"#],
    );
    check(
        "<k:kml xmlns:k=\"http://www.opengis.net/kml/2.2\"><k:Placemark><k:name>A&#49;</k:name><k:Point><k:coordinates>5,6</k:coordinates></k:Point></k:Placemark></k:kml>",
        &[r#"a1 "A1" 6 5"#],
    );
}

#[test]
fn what_is_no_point_is_told_with_its_line() {
    check_with(
        &kml("<Placemark><name>Cable</name><LineString><coordinates>1,2 3,4</coordinates></LineString></Placemark>\n\
             <Placemark><Point><coordinates>x,2</coordinates></Point></Placemark>\n\
             <Placemark><Point><coordinates>1,200</coordinates></Point></Placemark>\n\
             <Placemark><Point><coordinates>1,2</coordinates></Point></Placemark>"),
        &[r#"site "" 2 1"#],
        &[
            "line 3, column 11: a LineString is no site: bring a Point or a MultiPoint",
            "line 4, column 32: \"x,2\" is no pair of longitude and latitude: write the longitude first, such as 4.90,52.37",
            "line 5, column 32: \"200\" is out of range for a latitude: latitudes go from -90 to 90; are the two columns \
             swapped?",
        ],
    );
}

#[test]
fn entities_of_a_document_do_not_grow() {
    let bomb = "<!DOCTYPE kml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\
        <kml><Placemark><name>&b;</name><Point><coordinates>1,2</coordinates></Point></Placemark></kml>";
    check(bomb, &[r#"b "&b;" 2 1"#]);
}

#[test]
fn xml_of_something_else_is_refused() {
    check_refused("<html><body/></html>", "line 1: <html> is no KML: bring a file whose first tag is <kml>");
    check_refused(
        "<kml>\n<Placemark></Folder></kml>",
        "line 2, column 12: ill-formed document: expected `</Placemark>`, but `</Folder>` was found: correct the XML there",
    );
}
