use versioned_events::{Envelope, Event, Schema};

#[derive(Schema)]
struct First {
    #[field(recursive(Second))]
    second: Box<Second>,
}

#[derive(Schema)]
struct Second {
    first: Vec<First>,
    #[field(masked)]
    secret: String,
}

#[derive(Event)]
#[event(type = "chain.cut", version = 1, key = "first.second.secret")]
struct ChainCut {
    first: First,
}

fn main() {
    let event: Envelope<ChainCut> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
