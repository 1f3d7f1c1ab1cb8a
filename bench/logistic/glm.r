# Fits by R's glm.fit whenever a line comes in.
args <- commandArgs(TRUE)
rows <- as.numeric(args[2]); columns <- as.integer(args[3])
data <- matrix(readBin(args[1], "double", rows * (columns + 1)), nrow = rows)
X <- cbind(1, data[, seq_len(columns)]); y <- data[, columns + 1]
rm(data)
input <- file("stdin", "r")
while (length(readLines(input, 1)) > 0) {
  before <- proc.time()
  fit <- glm.fit(X, y, family = binomial())
  cpu <- sum((proc.time() - before)[1:2])
  status <- readLines("/proc/self/status")
  peak <- as.numeric(gsub("[^0-9]", "", grep("^VmHWM", status, value = TRUE))) / 1024
  values <- paste(sprintf("%.17g", fit$coefficients), collapse = ",")
  cat(sprintf('{"cpu":%.4f,"coefficients":[%s],"peak":%.1f}\n', cpu, values, peak))
  flush(stdout())
}
