//! Levels by the names of schema registries.

use event_rules::{Direction, Level, Who};

#[test]
fn each_level_asks_for_what_its_name_says() {
    for level in Level::ALL {
        let name = level.name();
        let full = name.starts_with("FULL");
        let backward = level.asks_for(Direction::Backward);
        let forward = level.asks_for(Direction::Forward);
        assert_eq!(backward, full || name.starts_with("BACKWARD"), "{name}");
        assert_eq!(forward, full || name.starts_with("FORWARD"), "{name}");
        assert_eq!(level.is_transitive(), name.ends_with("_TRANSITIVE"), "{name}");
        assert_eq!(name.parse(), Ok(level));
        assert_eq!(level.protects(Who::OlderStrict), forward, "{name}");
    }
}

#[test]
fn two_levels_together_ask_for_what_either_asks_for() {
    for one in Level::ALL {
        for other in Level::ALL {
            let both = one.and(other);
            assert_eq!(both, other.and(one));
            for direction in [Direction::Backward, Direction::Forward] {
                let asked = one.asks_for(direction) || other.asks_for(direction);
                assert_eq!(both.asks_for(direction), asked, "{one} and {other}");
            }
        }
        assert_eq!(one.and(one), one);
    }
    assert_eq!(Level::Backward.and(Level::ForwardTransitive), Level::FullTransitive);
}

#[test]
fn whoever_may_not_break_is_upgraded_last() {
    assert!(Level::Backward.who_first().starts_with("upgrade consumers first"));
    assert!(Level::ForwardTransitive.who_first().starts_with("upgrade producers first"));
    assert_eq!(Level::Full.who_first(), "upgrade in any order");
}
