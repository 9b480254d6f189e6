#![no_main]

fuzz::target!(problems);
