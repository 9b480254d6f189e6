//! Two pieces of work become one ratio: the median over rounds in which both take turns, so that a
//! busy machine slows both alike.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Measures what the command line asks for, and keeps the figures.
pub struct Bench {
    words: Vec<String>,
    effort: Effort,
    figures: Vec<Figure>,
}

#[derive(Clone, Copy)]
struct Effort {
    rounds: usize,
    /// How long the slower side works in a round: too short to be interrupted in most rounds.
    side: Duration,
    /// How long one figure may take, if a single run is longer than that.
    figure: Duration,
}

struct Figure {
    name: String,
    bytes: usize,
    against: &'static str,
    ratios: [f64; 3],
    ours: Duration,
    theirs: Duration,
}

impl Bench {
    /// Words choose figures by name; `--quick` has fewer and shorter rounds.
    pub fn from_arguments() -> Self {
        let arguments: Vec<_> = std::env::args().skip(1).collect();
        let quick = arguments.iter().any(|argument| argument == "--quick");
        let effort = |rounds, side, figure| Effort {
            rounds,
            side: Duration::from_micros(side),
            figure: Duration::from_millis(figure),
        };
        let effort = match (cfg!(debug_assertions), quick) {
            // `cargo test --all-targets` only wants to see it run.
            (true, _) => effort(1, 0, 0),
            (false, true) => effort(61, 250, 100),
            (false, false) => effort(641, 250, 3000),
        };
        let words = arguments.into_iter().filter(|argument| !argument.starts_with('-')).collect();
        Self { words, effort, figures: Vec::new() }
    }

    /// Takes the time of `ours` as a ratio to that of `theirs`, which `against` names. What they
    /// return is dropped within their time.
    pub fn compare<A, B>(
        &mut self,
        name: &str,
        bytes: usize,
        against: &'static str,
        mut ours: impl FnMut() -> A,
        mut theirs: impl FnMut() -> B,
    ) {
        let wanted = self.words.iter().any(|word| name.contains(word));
        if !wanted && !self.words.is_empty() {
            return;
        }
        // What is only done once is not measured.
        let _ = (time(1, &mut ours), time(1, &mut theirs));
        let once = time(1, &mut ours).max(time(1, &mut theirs)).max(Duration::from_nanos(50));
        let Effort { rounds, side, figure } = self.effort;
        let runs = (side.as_nanos() / once.as_nanos()).clamp(1, 100_000) as u32;
        let rounds = rounds.min(9.max((figure.as_nanos() / once.as_nanos() / 2) as usize));
        let mut ratios = Vec::with_capacity(rounds);
        let mut fastest = [Duration::MAX; 2];
        for round in 0..rounds {
            // Each side goes first in half of the rounds.
            let (a, b) = if round % 2 == 0 {
                let a = time(runs, &mut ours);
                (a, time(runs, &mut theirs))
            } else {
                let b = time(runs, &mut theirs);
                (time(runs, &mut ours), b)
            };
            ratios.push(a.as_secs_f64() / b.as_secs_f64());
            fastest = [fastest[0].min(a / runs), fastest[1].min(b / runs)];
        }
        ratios.sort_by(f64::total_cmp);
        let quartile = |quarter: usize| ratios[(ratios.len() - 1) * quarter / 4];
        let ratios = [quartile(1), quartile(2), quartile(3)];
        let [ours, theirs] = fastest;
        self.figures.push(Figure { name: name.to_owned(), bytes, against, ratios, ours, theirs });
    }

    /// Prints the table, then a line for each figure.
    pub fn print(&self) {
        let width = self.figures.iter().map(|figure| figure.name.len()).max().unwrap_or(0);
        println!(
            "{:width$} {:>7} {:>6} {:>11} {:>10} {:>10}  against",
            "", "bytes", "ratio", "quartiles", "best", "its best",
        );
        for Figure { name, bytes, against, ratios: [low, median, high], ours, theirs } in
            &self.figures
        {
            println!(
                "{name:width$} {bytes:>7} {median:>6.2}  {low:.2}..{high:.2} {:>10} {:>10}  {against}",
                format!("{ours:.2?}"),
                format!("{theirs:.2?}"),
            );
        }
        println!();
        for Figure { name, bytes, ratios: [_, median, _], .. } in &self.figures {
            println!("ratio {name}/{bytes}B {median:.2}");
        }
    }
}

fn time<R>(runs: u32, work: &mut impl FnMut() -> R) -> Duration {
    let start = Instant::now();
    for _ in 0..runs {
        black_box(work());
    }
    start.elapsed()
}
