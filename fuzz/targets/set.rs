#![no_main]

fuzz::target!(set);
