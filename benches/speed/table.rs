//! Figures as a person reads them, in a Markdown table.

/// A table that grows row by row.
pub struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// An empty table with these columns.
    pub fn new(head: &[&str]) -> Self {
        Self { head: head.iter().map(|cell| (*cell).to_owned()).collect(), rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[&str]) {
        self.rows.push(cells.iter().map(|cell| (*cell).to_owned()).collect());
    }

    /// The table under a heading, with an empty line after it.
    pub fn markdown(&self, title: &str) -> String {
        let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
        let rule: Vec<String> = self.head.iter().map(|_| "---".to_owned()).collect();
        let rows: String = self.rows.iter().map(|row| line(row)).collect();
        format!("### {title}\n\n{}{}{rows}\n", line(&self.head), line(&rule))
    }
}

/// Seconds, in milliseconds below one.
pub fn seconds(seconds: f64) -> String {
    match seconds {
        s if s < 0.000_995 => format!("{:.0} µs", s * 1e6),
        s if s < 0.0995 => format!("{:.1} ms", s * 1e3),
        s if s < 0.9995 => format!("{:.0} ms", s * 1e3),
        s => format!("{s:.2} s"),
    }
}

/// Bytes, in megabytes.
pub fn memory(bytes: f64) -> String {
    format!("{:.0} MB", bytes / 1e6)
}
