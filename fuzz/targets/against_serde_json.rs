#![no_main]

fuzz::target!(against_serde_json);
