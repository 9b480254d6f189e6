#![no_main]

fuzz::target!(payload);
