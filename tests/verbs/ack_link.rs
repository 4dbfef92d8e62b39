//! The link in a message that acknowledges: what it shows, what it does, and what it refuses.

use super::serve::{Answer, Server, rows};
use crate::support::Place;
use crate::support::hook::Hook;
use crate::support::shop::{evaluate, sell, shop};

const OPENED: &str = "2025-10-24T10:05:00Z";

/// An incident at store 3 with an awkward name, its links, and a receiver. Links hold long: the receiver lives in the present.
fn incident(settings: &str) -> (Place, Server, Vec<String>) {
    let hook = Hook::start();
    let place = shop(&hook);
    let config = place.read("tillwatch.toml").replace("Алмаз", "Bolts & <Nuts>");
    let config = config.replace("[project]", "[project]\nurl = \"https://watch.example.org/\"");
    place.write("tillwatch.toml", &format!("{config}[serve]\nallow_anonymous = true\n{settings}\n"));
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, OPENED).exits(1);
    let mut requests = hook.requests();
    // They leave side by side: on_call's number is the lower one.
    requests.sort_by_key(|request| request.json()["to"].to_string());
    let links = requests.iter().map(|request| {
        let message = request.json();
        let link = message["incident"]["ack_url"].as_str().unwrap_or_else(|| panic!("{message}")).to_owned();
        assert!(message["text"].as_str().unwrap().contains(&format!("Acknowledge: {link}")), "{message}");
        link.strip_prefix("https://watch.example.org").unwrap().to_owned()
    });
    let links = links.collect();
    let server = Server::start(&place, &[]);
    (place, server, links)
}

const LONG: &str = "ack_link_for = \"36500d\"";

fn post(server: &Server, link: &str, form: &str) -> Answer {
    server.send("POST", link, &["Content-Type: application/x-www-form-urlencoded"], form.as_bytes())
}

fn acked(place: &Place) -> Vec<String> {
    rows(place, "tillwatch.db", "SELECT acked_by, ack_comment, ack_until IS NOT NULL FROM incident")
}

#[track_caller]
fn says(answer: &Answer, status: u16, text: &str) {
    assert_eq!(answer.status, status, "{}", answer.body);
    assert!(answer.body.contains(text), "{text} in\n{}", answer.body);
}

#[test]
fn a_link_shows_the_incident_and_acknowledges_it_when_the_form_is_sent() {
    let (place, server, links) = incident(LONG);
    assert_eq!(links.len(), 2, "one a person");
    let page = server.get(&links[0]);
    says(&page, 200, "<h1>Bolts &amp; &lt;Nuts&gt;: 40.0 %</h1>");
    says(&page, 200, "Acknowledge as on_call");
    for header in [
        "cache-control: no-store",
        "referrer-policy: no-referrer",
        "content-security-policy: default-src 'none'",
    ] {
        assert!(page.head.contains(header), "{header} in {}", page.head);
    }
    let _ = server.send("HEAD", &links[0], &[], b"");
    assert_eq!(acked(&place), ["||0"], "whoever only looks changes nothing");

    let answer = post(&server, &links[0], "comment=at+it+%3Cb%3E&hold=4h");
    says(&answer, 200, "Acknowledged by <b>on_call</b>");
    says(&answer, 200, "at it &lt;b&gt;");
    assert!(!answer.body.contains("<form"), "{}", answer.body);
    assert_eq!(acked(&place), ["on_call|at it <b>|1"]);
    let shown = place.line("incident show 1").exits(0).stdout;
    assert!(shown.contains("acknowledged by on_call"), "{shown}");
    let trail = place.line("audit list --format json --subject incident:1").exits(0).json();
    let entry = &trail["entries"][0];
    assert_eq!((&entry["actor"], &entry["action"]), (&"on_call".into(), &"ack".into()));
    assert_eq!((&entry["detail"]["via"], &entry["detail"]["comment"]), (&"link".into(), &"at it <b>".into()));
}

#[test]
fn who_comes_second_is_told_who_was_first() {
    let (place, server, links) = incident(LONG);
    says(&post(&server, &links[1], ""), 200, "Acknowledged by <b>lead</b>");
    let page = server.get(&links[0]);
    says(&page, 200, "Acknowledged by <b>lead</b>");
    assert!(!page.body.contains("<form"), "{}", page.body);
    says(&post(&server, &links[0], ""), 409, "Acknowledged by <b>lead</b>");
    assert_eq!(acked(&place), ["lead||0"]);
}

#[test]
fn a_link_that_was_changed_or_has_expired_shows_nothing_and_does_nothing() {
    let (place, server, links) = incident(LONG);
    let changed = links[0].replace("/ack/AQ", "/ack/Ag");
    assert_ne!(changed, links[0]);
    for link in [changed.as_str(), "/ack/x", "/ack/%2e%2e", &links[0][..60]] {
        says(&server.get(link), 403, "not one of ours");
        says(&post(&server, link, ""), 403, "not one of ours");
    }
    assert!(!server.get("/ack/x").body.contains("Bolts"));
    let (expired, old, links) = incident("");
    says(&old.get(&links[0]), 410, "has expired");
    says(&post(&old, &links[0], ""), 410, "has expired");
    assert_eq!((acked(&place), acked(&expired)), (vec!["||0".to_owned()], vec!["||0".to_owned()]));
}

#[test]
fn another_databases_link_is_not_honoured() {
    let (_, _, theirs) = incident(LONG);
    let (place, server, _) = incident(LONG);
    says(&post(&server, &theirs[0], ""), 403, "not one of ours");
    assert_eq!(acked(&place), ["||0"]);
}

#[test]
fn an_incident_that_has_ended_is_not_acknowledged() {
    let (place, server, links) = incident(LONG);
    sell(&place, "2025-10-24 10:20:00", 0);
    let _ = evaluate(&place, "2025-10-24T10:21:00Z").exits(0);
    says(&server.get(&links[0]), 410, "It has ended");
    says(&post(&server, &links[0], ""), 410, "It has ended");
    assert_eq!(acked(&place), ["||0"]);
}

#[test]
fn a_form_that_makes_no_sense_is_shown_again() {
    let (place, server, links) = incident(LONG);
    says(&post(&server, &links[0], "hold=soon"), 400, "no length of time");
    says(&post(&server, &links[0], "hold=soon"), 400, "<form");
    says(&post(&server, &links[0], "hold=0s"), 400, "no length of time");
    says(&server.send("POST", &links[0], &["Content-Type: text/plain"], b"x"), 400, "did not arrive whole");
    assert_eq!(acked(&place), ["||0"]);
}

#[test]
fn a_link_to_a_channel_of_many_asks_who_it_is() {
    let hook = Hook::start();
    let place = shop(&hook);
    place.write("hook.txt", &hook.url);
    let config = place.read("tillwatch.toml").replace("[project]", "[project]\nurl = \"http://w\"");
    let chat = "[channels.chat.slack]\nurl = \"file:hook.txt\"\n[serve]\nallow_anonymous = true\n";
    place.write("tillwatch.toml", &format!("{config}{chat}{LONG}\n"));
    place
        .write("rules/shop.yaml", &place.read("rules/shop.yaml").replace("sms: [on_call, lead]", "chat: []"));
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, OPENED).exits(1);
    let sent = String::from_utf8(hook.requests()[0].body.clone()).unwrap();
    let link = regex::Regex::new(r"http://w(/ack/[\w-]+)").unwrap().captures(&sent).unwrap()[1].to_owned();
    let server = Server::start(&place, &[]);
    says(&server.get(&link), 200, "Your name");
    says(&post(&server, &link, "name=+"), 400, "Say who you are");
    says(&post(&server, &link, "name=Ivan"), 200, "Acknowledged by <b>Ivan</b>");
    assert_eq!(acked(&place), ["Ivan||0"]);
}

#[test]
fn without_an_address_of_the_receiver_messages_name_the_command() {
    let hook = Hook::start();
    let place = shop(&hook);
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, OPENED).exits(1);
    let message = hook.requests()[0].json();
    assert!(message["incident"]["ack_url"].is_null());
    assert!(message["text"].as_str().unwrap().contains("tillwatch incident ack 1"), "{message}");
    assert!(rows(&place, "tillwatch.db", "SELECT name FROM secret").is_empty(), "no key is made for nothing");
}
