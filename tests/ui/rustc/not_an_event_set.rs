use versioned_events::Envelope;

struct Plain {}

fn main() {
    let _: Envelope<Plain> = Envelope::from_json(b"{}").unwrap();
}
