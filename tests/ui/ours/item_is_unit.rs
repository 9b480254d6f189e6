use versioned_events::{Envelope, Event, Schema};

#[derive(Event)]
#[event(type = "ping.sent", version = 1, keyless)]
struct PingSent;

#[derive(Schema)]
struct Nothing;

fn main() {
    let _ = Envelope::new(PingSent).to_json();
}
