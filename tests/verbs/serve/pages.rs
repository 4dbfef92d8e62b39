//! The dashboards that `serve` shows: who may look, who may act, and what a browser is told of.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use super::{Answer, Server, rows};
use crate::dashboard::{empty, failing, panel};
use crate::support::Place;
use crate::support::browser::look;
use crate::support::hook::Hook;

const FORM: &str = "Content-Type: application/x-www-form-urlencoded";

/// A request as a browser on this machine sends it.
fn ask(server: &Server, method: &str, path: &str, headers: &[&str], body: &str) -> Answer {
    let mut stream = TcpStream::connect(server.address).unwrap();
    let host =
        if headers.iter().any(|header| header.starts_with("Host:")) { "" } else { "Host: localhost\r\n" };
    let length = body.len();
    let mut head =
        format!("{method} {path} HTTP/1.1\r\n{host}Connection: close\r\nContent-Length: {length}\r\n");
    for header in headers {
        head.extend([header, "\r\n"]);
    }
    stream.write_all(format!("{head}\r\n{body}").as_bytes()).unwrap();
    Answer::read(stream)
}

fn get(server: &Server, path: &str, cookie: &str) -> Answer {
    let cookie = format!("Cookie: {cookie}");
    ask(
        server,
        "GET",
        path,
        if cookie.len() > 8 {
            std::slice::from_ref(&cookie).iter().map(String::as_str).collect::<Vec<_>>()
        } else {
            Vec::new()
        }
        .as_slice(),
        "",
    )
}

fn token(place: &Place, scope: &str, name: &str) -> String {
    let made = place.run(&["tokens", "create", "--scope", scope, "--name", name, "--by", "ivan"]).exits(0);
    made.stdout.trim().to_owned()
}

/// The cookie of somebody who signs in by a token.
#[track_caller]
fn sign_in(server: &Server, token: &str) -> String {
    let answer = ask(server, "POST", "/sign-in", &[FORM], &format!("token={token}&back=stores%2F3"));
    assert_eq!((answer.status, header(&answer, "location")), (303, Some("stores/3")), "{}", answer.body);
    let cookie = header(&answer, "set-cookie").unwrap();
    assert!(cookie.contains("; httponly; samesite=lax"), "{cookie}");
    // The head was put in lower case; the cookie is wanted as it was.
    cookie_of(server, token)
}

/// As [`sign_in`], the cookie with its case.
fn cookie_of(server: &Server, token: &str) -> String {
    let mut stream = TcpStream::connect(server.address).unwrap();
    let body = format!("token={token}");
    let head = format!(
        "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{FORM}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    let lines = BufReader::new(stream).lines().map_while(Result::ok);
    let cookie = lines.into_iter().find_map(|line| line.strip_prefix("set-cookie: ").map(str::to_owned));
    cookie.unwrap().split(';').next().unwrap().to_owned()
}

fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    answer.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

/// What the page's forms send back.
fn guard(page: &Answer) -> String {
    page.body
        .split("name=\"guard\" value=\"")
        .nth(1)
        .unwrap_or_else(|| panic!("{}", page.body))
        .split('"')
        .next()
        .unwrap()
        .to_owned()
}

fn press(server: &Server, cookie: &str, guard: &str, more: &[&str]) -> Answer {
    let cookie = format!("Cookie: {cookie}");
    let headers = [&[FORM, cookie.as_str()], more].concat();
    ask(server, "POST", "/acknowledge", &headers, &format!("incident=1&guard={guard}&back=./"))
}

fn acked(place: &Place) -> Vec<String> {
    rows(place, "tillwatch.db", "SELECT acked_by FROM incident")
}

/// A failing store, a receiver, and tokens for looking and for acting.
fn guarded(more: &str) -> (Place, Server, [String; 2]) {
    let place = failing(&Hook::start(), "Bolts & <Nuts>");
    place.write("tillwatch.toml", &format!("{}{more}", place.read("tillwatch.toml")));
    let tokens = [token(&place, "view", "wall screen"), token(&place, "operate", "ann")];
    let server = Server::start(&place, &[]);
    (place, server, tokens)
}

#[test]
fn on_this_machine_alone_the_pages_are_open_while_there_is_no_token_for_looking() {
    let place = failing(&Hook::start(), "Алмаз");
    let server = Server::start(&place, &[]);
    for (path, title) in [
        ("/", "<h1>Real-time operations</h1>"),
        ("/stores/3", "<h1>Алмаз</h1>"),
        ("/daily", "Daily report"),
        ("/weekly", "Weekly report"),
    ] {
        let page = get(&server, path, "");
        assert_eq!(page.status, 200, "{path}: {}", page.body);
        assert!(page.body.contains(title), "{path}: {}", page.body);
        // One bar above all of them, reports too.
        for part in
            ["aria-label=\"Dashboards\"", "class=\"skip\" href=\"#main\"", "bar.css\"", ">Sign in</a>"]
        {
            assert!(page.body.contains(part), "{path}: {part}");
        }
        let policy = header(&page, "content-security-policy").unwrap();
        assert!(
            policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
            "{policy}"
        );
        assert!(!policy.contains("unsafe") || !page.body.contains("<script"), "{path}: {policy}");
    }
    // Nobody is known: nobody may act.
    assert!(panel(&get(&server, "/", "").body, "alerts").contains("Not acknowledged"));
    assert_eq!(press(&server, "", "", &[]).status, 401);
    // Whoever comes by another name, or through a proxy, is not here.
    for header in ["Host: evil.example", "X-Forwarded-For: 10.0.0.7"] {
        assert_eq!(ask(&server, "GET", "/", &[header], "").status, 303, "{header}");
    }
    let view = token(&place, "view", "wall");
    while get(&server, "/", "").status == 200 {}
    assert_eq!(get(&server, "/", &sign_in(&server, &view)).status, 200);
}

#[test]
fn who_has_not_signed_in_is_led_to_the_door_and_back() {
    let (_place, server, [view, _]) = guarded("");
    let answer = get(&server, "/stores/3", "");
    assert_eq!((answer.status, header(&answer, "location")), (303, Some("../sign-in?back=stores/3")));
    let door = get(&server, "/sign-in?back=stores/3", "");
    assert!(door.status == 200 && door.body.contains("name=\"back\" value=\"stores/3\""), "{}", door.body);
    assert_eq!(get(&server, "/events?dashboard=operations", "").status, 401);
    let page = get(&server, "/stores/3", &sign_in(&server, &view));
    assert!(page.status == 200 && page.body.contains("<span>wall screen</span>"), "{}", page.body);
    assert!(page.body.contains("<h1>Bolts &amp; &lt;Nuts&gt;</h1>"), "{}", page.body);
}

#[test]
fn a_token_that_is_unknown_or_for_sending_opens_nothing() {
    let (place, server, _) = guarded("");
    let sends = token(&place, "ingest", "till");
    for (token, said) in [("x", "not known here"), (sends.as_str(), "is for sending"), ("", "not known here")]
    {
        let answer = ask(&server, "POST", "/sign-in", &[FORM], &format!("token={token}"));
        assert!(answer.status == 403 && answer.body.contains(said), "{}", answer.body);
        assert_eq!(header(&answer, "set-cookie"), None);
    }
    for cookie in ["tillwatch_session=x", "tillwatch_session=", "tillwatch_session=AQAAAAAAAAABAAABmgAAAAAA"]
    {
        assert_eq!(get(&server, "/", cookie).status, 303);
    }
    let foreign = ask(&server, "POST", "/sign-in", &[FORM, "Origin: http://evil.example"], "token=x");
    assert!(foreign.status == 403 && foreign.body.contains("not sent from this page"), "{}", foreign.body);
    let away = ask(&server, "GET", "/sign-in?back=//evil.example", &[], "");
    assert!(away.body.contains("name=\"back\" value=\"./\""), "{}", away.body);
}

#[test]
fn a_button_acknowledges_once_and_says_who_did() {
    let (place, server, [_, operate]) = guarded("");
    let ann = sign_in(&server, &operate);
    let page = get(&server, "/", &ann);
    assert!(panel(&page.body, "alerts").ends_with("Acknowledge"), "{}", panel(&page.body, "alerts"));
    let guard = guard(&page);
    for _twice in 0..2 {
        let answer = press(&server, &ann, &guard, &["Origin: http://localhost"]);
        assert_eq!((answer.status, header(&answer, "location")), (303, Some("./")), "{}", answer.body);
    }
    assert_eq!(acked(&place), ["ann"]);
    assert!(panel(&get(&server, "/", &ann).body, "alerts").contains("Acknowledged by ann at "));
    let bob = sign_in(&server, &token(&place, "operate", "bob"));
    let late = press(&server, &bob, &self::guard(&get(&server, "/", &bob)), &[]);
    assert!(late.status == 409 && late.body.contains("ann has acknowledged it"), "{}", late.body);
    let trail = place.line("audit list --format json --action ack").exits(0).json();
    let entries = trail["entries"].as_array().unwrap();
    assert_eq!(
        (entries.len(), &entries[0]["actor"], &entries[0]["detail"]["via"]),
        (1, &"ann".into(), &"dashboard".into())
    );
    let signed = place.line("audit list --format json --action sign-in").exits(0).json();
    assert!(signed["entries"].as_array().unwrap().iter().any(|entry| entry["actor"] == "bob"), "{signed}");
}

#[test]
fn without_the_right_or_the_guard_nothing_is_acknowledged() {
    let (place, server, [view, operate]) = guarded("");
    let (ann, wall) = (sign_in(&server, &operate), sign_in(&server, &view));
    let guard = guard(&get(&server, "/", &ann));
    let page = get(&server, "/", &wall);
    assert!(panel(&page.body, "alerts").ends_with("Not acknowledged"));
    let refused = [
        press(&server, &wall, &self::guard(&page), &[]),
        press(&server, &ann, "", &[]),
        press(&server, &ann, "AAAA", &[]),
        press(&server, &ann, &self::guard(&page), &[]),
        press(&server, &ann, &guard, &["Origin: http://evil.example"]),
        press(&server, &ann, &guard, &["Sec-Fetch-Site: cross-site"]),
        ask(&server, "POST", "/sign-out", &[FORM, &format!("Cookie: {ann}")], "guard=x"),
    ];
    for answer in refused {
        assert!(
            answer.status == 403 && answer.body.contains("othing was done"),
            "{} {}",
            answer.status,
            answer.body
        );
    }
    assert_eq!(press(&server, "", &guard, &[]).status, 401);
    assert_eq!(acked(&place), [""]);
    let gone = ask(
        &server,
        "POST",
        "/acknowledge",
        &[FORM, &format!("Cookie: {ann}")],
        &format!("incident=99&guard={guard}"),
    );
    assert!(gone.status == 404 && gone.body.contains("no such incident"), "{}", gone.body);
}

#[test]
fn a_session_ends_by_itself_by_its_token_and_by_going_out() {
    let (place, server, [_, operate]) = guarded("[serve]\nsession_for = \"1ms\"\n");
    let cookie = cookie_of(&server, &operate);
    while get(&server, "/", &cookie).status == 200 {}
    let late = press(&server, &cookie, "", &[]);
    assert!(late.status == 401 && late.body.contains("sign in and press again"), "{}", late.body);
    assert_eq!(acked(&place), [""]);

    let (place, server, [view, operate]) = guarded("");
    let (wall, ann) = (sign_in(&server, &view), sign_in(&server, &operate));
    place.line("tokens revoke 1 --by ivan").exits(0);
    while get(&server, "/", &wall).status == 200 {}
    let guard = guard(&get(&server, "/", &ann));
    let out =
        ask(&server, "POST", "/sign-out", &[FORM, &format!("Cookie: {ann}")], &format!("guard={guard}"));
    assert_eq!(out.status, 303);
    assert!(
        header(&out, "set-cookie").unwrap().starts_with("tillwatch_session=; path=/; max-age=0"),
        "{}",
        out.head
    );
    let trail = place.line("audit list --format json --action sign-out").exits(0).json();
    assert_eq!(trail["entries"][0]["actor"], "ann");
}

#[test]
fn a_proxys_header_names_who_looks_from_a_trusted_address_alone() {
    let header = |trusted: &str| {
        format!(
            "[serve]\nviewer_header = {{ name = \"X-Remote-User\", trusted = [\"{trusted}\"], operate = true }}\n"
        )
    };
    let place = failing(&Hook::start(), "Алмаз");
    let config = place.read("tillwatch.toml");
    place.write("tillwatch.toml", &(config.clone() + &header("127.0.0.1")));
    let server = Server::start(&place, &[]);
    let sent = "X-Remote-User: ann@example.org";
    let page = ask(&server, "GET", "/", &[sent], "");
    assert!(
        page.status == 200 && page.body.contains("ann@example.org") && !page.body.contains("Sign out"),
        "{}",
        page.body
    );
    assert_eq!(get(&server, "/", "").status, 303, "the proxy asks, and so do we");
    let form = format!("incident=1&guard={}", guard(&page));
    assert_eq!(ask(&server, "POST", "/acknowledge", &[FORM, "X-Remote-User: eve"], &form).status, 403);
    for second in ["X-Remote-User: eve", sent, "x-remote-user:"] {
        for path in ["/", "/daily", "/events?dashboard=operations"] {
            let twice = ask(&server, "GET", path, &[sent, second], "");
            assert!(twice.status == 400 && twice.body.contains("came more than once"), "{}", twice.body);
        }
        let twice = ask(&server, "POST", "/acknowledge", &[FORM, sent, second], &form);
        assert_eq!(twice.status, 400, "{}", twice.body);
    }
    assert_eq!(ask(&server, "GET", "/", &["X-Remote-User: "], "").status, 303, "an empty name is nobody's");
    assert_eq!(acked(&place), [""]);
    assert_eq!(ask(&server, "POST", "/acknowledge", &[FORM, sent], &form).status, 303);
    assert_eq!(acked(&place), ["ann@example.org"]);
    drop(server);
    place.write("tillwatch.toml", &(config.clone() + &header("10.0.0.1")));
    assert_eq!(ask(&Server::start(&place, &[]), "GET", "/", &[sent], "").status, 303);
    place.write(
        "tillwatch.toml",
        &(config + "[serve]\nviewer_header = { name = \"X-Remote-User\", trusted = [] }\n"),
    );
    let ran = place.line("serve --listen 127.0.0.1:0").exits(2);
    assert!(ran.stderr.contains("trusts nobody"), "{}", ran.stderr);
}

/// The lines of a stream of events, none of which is waited for longer than ten seconds.
fn events(server: &Server, path: &str, cookie: &str) -> impl Iterator<Item = String> + use<> {
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream
        .write_all(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n\r\n").as_bytes())
        .unwrap();
    BufReader::new(stream).lines().map_while(Result::ok)
}

fn next_update(events: &mut impl Iterator<Item = String>) -> Option<serde_json::Value> {
    let data = events.find_map(|line| line.strip_prefix("data: ").map(str::to_owned))?;
    Some(serde_json::from_str(&data).unwrap())
}

#[test]
fn a_browser_is_told_at_once_how_it_is_and_again_when_somebody_acknowledges() {
    let (_place, server, [view, operate]) = guarded("");
    let (ann, wall) = (sign_in(&server, &operate), sign_in(&server, &view));
    let mut told = events(&server, "/events?dashboard=operations", &wall);
    let first = next_update(&mut told).unwrap();
    assert_eq!(first["verdict"]["level"], "bad");
    let html = first["html"].as_str().unwrap();
    assert!(html.contains("Not acknowledged") && html.contains("Bolts &amp; &lt;Nuts&gt;"), "{html}");
    press(&server, &ann, &guard(&get(&server, "/", &ann)), &[]);
    let next = next_update(&mut told).unwrap();
    assert!(next["html"].as_str().unwrap().contains("Acknowledged by ann"), "{next}");
    let mut of_store = events(&server, "/events?dashboard=store&store=3", &wall);
    assert!(next_update(&mut of_store).unwrap()["html"].as_str().unwrap().contains("Transactions"));
    assert_eq!(get(&server, "/events?dashboard=nothing", &wall).status, 404);
    // Whoever listens keeps nobody from ending.
    server.signal("-TERM");
    assert_eq!(server.ended(), Some(0));
    assert_eq!(next_update(&mut told), None);
}

#[test]
fn a_dashboard_with_an_address_of_its_own_is_found_there_alone() {
    let place = empty("");
    let server = Server::start(&place, &[]);
    for (name, address) in [("operations", ".././"), ("daily", "../daily"), ("weekly", "../weekly")] {
        let answer = get(&server, &format!("/dashboards/{name}"), "");
        assert_eq!((answer.status, header(&answer, "location")), (308, Some(address)), "{name}");
    }
}

#[test]
fn what_is_not_there_is_said_and_a_definition_that_is_edited_shows() {
    let place = empty("[[stores]]\nid = \"a/b\"\nname = \"<script>\"\n");
    let server = Server::start(&place, &[]);
    for path in ["/dashboards/nothing", "/dashboards/store", "/dashboards/..%2f..%2fx"] {
        let answer = get(&server, path, "");
        assert!(answer.status == 404 && answer.body.contains("no such dashboard"), "{path}: {}", answer.body);
    }
    assert_eq!(header(&get(&server, "/store/9", ""), "location"), Some("../stores/9"));
    let unknown = get(&server, "/stores/%3Cb%3E9", "");
    assert!(
        unknown.status == 404 && unknown.body.contains("There is no store &lt;b&gt;9; these there are:"),
        "{}",
        unknown.body
    );
    assert!(
        unknown.body.contains("<li><a href=\"../stores/a~2Fb\">&lt;script&gt;</a></li>"),
        "{}",
        unknown.body
    );
    let page = get(&server, "/stores/a~2Fb", "");
    assert!(page.status == 200 && page.body.contains("<h1>&lt;script&gt;</h1>"), "{}", page.body);
    let night = "title = \"Night\"\n[[panels]]\nname = \"a\"\ntitle = \"A\"\nkind = \"alerts\"\n";
    place.write("templates/dashboards/night.toml", night);
    assert!(get(&server, "/dashboards/night", "").body.contains("<h1>Night</h1>"));
    place.write("templates/dashboards/late.toml", "title = 3\n");
    let wrong = get(&server, "/dashboards/late", "");
    assert!(wrong.status == 500 && wrong.body.contains("tillwatch check says where"), "{}", wrong.body);
    assert!(!wrong.body.contains("late.toml"), "{}", wrong.body);
    for (path, kind) in [("/dashboard.css", "text/css"), ("/dashboard.js", "text/javascript")] {
        let file = get(&server, path, "");
        assert!(
            file.status == 200 && header(&file, "content-type").unwrap().starts_with(kind),
            "{}",
            file.head
        );
    }
}

#[test]
fn before_anything_is_recorded_every_page_says_what_to_do() {
    let place = Place::new();
    place.line("init cashier .").exits(0);
    let config = place.read("tillwatch.toml").replace("token = ", "# token = ");
    place.write("tillwatch.toml", &config);
    let server = Server::start(&place, &[]);
    for path in ["/", "/daily", "/weekly", "/stores/1"] {
        let page = get(&server, path, "");
        assert!(page.status == 200 && page.body.contains("<b>No data yet:</b>"), "{path}: {}", page.body);
    }
}

#[test]
fn elsewhere_than_on_this_machine_it_does_not_start_for_nobody() {
    let place = empty("");
    let ran = place.line("serve --listen 0.0.0.0:0").exits(2);
    assert!(ran.stderr.contains("nobody could do anything"), "{}", ran.stderr);
}

#[test]
#[ignore = "needs chromium, nodejs and npm; scripts/test runs it"]
fn a_browser_shows_all_of_it_to_everybody() {
    let (_place, server, [_, operate]) = guarded("");
    look("look.mjs", &[&format!("http://localhost:{}/", server.address.port()), &operate]);
}
