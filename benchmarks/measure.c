// Measures a command beside a bare libyaml event loop over the same files, and beside other commands.
//
//   measure scan N PATHS…                          reads every document under the paths into memory and parses it N times
//   measure run [--times N] LABEL -- CMD ARGS…     runs a command, its output to /dev/null
//   measure compare [--label L] [--row] ROUNDS PATH -- CMD ARGS…
//                                                  takes turns between scan and command; --row leaves out the heading
//
// Documents are *.yaml files whose names do not begin with a dot. A megabyte (MB) is a million bytes. A command that fails is
// reported and does not end the measurement.

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <yaml.h>

#ifdef __APPLE__
#define MAXRSS_UNIT 1
#else
#define MAXRSS_UNIT 1024
#endif

static _Noreturn void fail(const char *what, const char *subject) {
    fprintf(stderr, "measure: %s: %s\n", subject, what);
    exit(2);
}

static double clockTime(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double now(void) { return clockTime(CLOCK_MONOTONIC); }

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/// Sorts the numbers and returns the one in the middle.
static double median(double *numbers, int count) {
    qsort(numbers, (size_t)count, sizeof *numbers, ascending);
    return count % 2 ? numbers[count / 2] : (numbers[count / 2 - 1] + numbers[count / 2]) / 2;
}

static double *numbers(int count) {
    double *result = calloc((size_t)count, sizeof *result);
    if (!result) fail("out of memory", "numbers");
    return result;
}

// MARK: Documents

typedef struct {
    unsigned char *bytes;
    size_t size;
} Document;

typedef struct {
    Document *documents;
    int count, capacity;
    int dossiers;  // folders that hold documents, and files *.dossier.yaml
    uint64_t bytes;
} Corpus;

static bool endsWith(const char *name, const char *end) {
    size_t length = strlen(name), endLength = strlen(end);
    return length >= endLength && !strcmp(name + length - endLength, end);
}

static Document load(const char *path, size_t size) {
    Document document = {malloc(size + 1), size};
    FILE *file = fopen(path, "rb");
    if (!file) fail(strerror(errno), path);
    if (!document.bytes || fread(document.bytes, 1, size, file) != size) fail("cannot be read", path);
    fclose(file);
    return document;
}

static void addDocument(Corpus *corpus, const char *path, size_t size) {
    if (corpus->count == corpus->capacity) {
        corpus->capacity = corpus->capacity ? 2 * corpus->capacity : 64;
        corpus->documents = realloc(corpus->documents, (size_t)corpus->capacity * sizeof *corpus->documents);
        if (!corpus->documents) fail("out of memory", path);
    }
    corpus->documents[corpus->count++] = load(path, size);
    corpus->bytes += size;
}

static void addPath(Corpus *corpus, const char *path);

static void addFolder(Corpus *corpus, const char *path) {
    DIR *folder = opendir(path);
    if (!folder) fail(strerror(errno), path);
    bool holdsDocuments = false;
    for (struct dirent *entry; (entry = readdir(folder));) {
        char inner[4096];
        struct stat status;
        if (entry->d_name[0] == '.') continue;
        snprintf(inner, sizeof inner, "%s/%s", path, entry->d_name);
        if (stat(inner, &status)) fail(strerror(errno), inner);
        if (!S_ISDIR(status.st_mode) && !endsWith(inner, ".yaml")) continue;
        addPath(corpus, inner);
        holdsDocuments |= !S_ISDIR(status.st_mode) && !endsWith(inner, ".dossier.yaml");
    }
    closedir(folder);
    corpus->dossiers += holdsDocuments;
}

static void addPath(Corpus *corpus, const char *path) {
    struct stat status;
    if (stat(path, &status)) fail(strerror(errno), path);
    if (S_ISDIR(status.st_mode)) {
        addFolder(corpus, path);
    } else {
        addDocument(corpus, path, (size_t)status.st_size);
        corpus->dossiers += endsWith(path, ".dossier.yaml");
    }
}

// MARK: Scanning

/// Parses a document into events, which are thrown away, and returns how many there were.
static uint64_t parse(const Document *document) {
    yaml_parser_t parser;
    yaml_event_t event;
    uint64_t events = 0;
    if (!yaml_parser_initialize(&parser)) fail("out of memory", "libyaml");
    yaml_parser_set_input_string(&parser, document->bytes, document->size);
    for (bool ended = false; !ended; events++) {
        if (!yaml_parser_parse(&parser, &event)) fail(parser.problem ? parser.problem : "no YAML", "libyaml");
        ended = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return events;
}

static uint64_t parseAll(const Corpus *corpus) {
    uint64_t events = 0;
    for (int i = 0; i < corpus->count; i++) events += parse(&corpus->documents[i]);
    return events;
}

static void scan(int times, char **paths) {
    Corpus corpus = {0};
    for (; *paths; paths++) addPath(&corpus, *paths);
    double *seconds = numbers(times);
    uint64_t events = 0;
    for (int i = 0; i < times; i++) {
        double start = now();
        events = parseAll(&corpus);
        seconds[i] = now() - start;
    }
    double middle = median(seconds, times);
    printf("files %d, bytes %llu, events %llu, ", corpus.count, (unsigned long long)corpus.bytes, (unsigned long long)events);
    printf("seconds %.4f (least %.4f), MB/s %.1f\n", middle, seconds[0], (double)corpus.bytes / 1e6 / middle);
}

/// What one scan found, as it comes back from its process.
typedef struct {
    int files, dossiers;
    uint64_t bytes;
    double wall, cpu;  // seconds
} Scan;

/// Scans once in a process of its own. Were the documents in the memory of this process, the kernel would count them in the
/// peak memory of every command that is started from it.
static Scan scanOnce(const char *path) {
    int ends[2];
    if (pipe(ends)) fail(strerror(errno), "pipe");
    pid_t child = fork();
    if (child < 0) fail(strerror(errno), "fork");
    if (child == 0) {
        Corpus corpus = {0};
        addPath(&corpus, path);
        double start = now(), startCPU = clockTime(CLOCK_PROCESS_CPUTIME_ID);
        parseAll(&corpus);
        double cpu = clockTime(CLOCK_PROCESS_CPUTIME_ID) - startCPU;
        Scan scan = {corpus.count, corpus.dossiers, corpus.bytes, now() - start, cpu};
        _exit(write(ends[1], &scan, sizeof scan) != sizeof scan);
    }
    Scan scan;
    close(ends[1]);
    if (read(ends[0], &scan, sizeof scan) != sizeof scan) fail("the scan failed", path);
    close(ends[0]);
    waitpid(child, NULL, 0);
    return scan;
}

// MARK: Running

typedef struct {
    double wall, cpu, peak;  // seconds, seconds, bytes
    int status;              // as a shell would say it
} Run;

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

static Run run(char **command) {
    struct rusage usage;
    int status;
    double start = now();
    pid_t child = fork();
    if (child < 0) fail(strerror(errno), "fork");
    if (child == 0) {
        int null = open("/dev/null", O_WRONLY);
        if (null >= 0) dup2(null, STDOUT_FILENO);
        execvp(*command, command);
        fprintf(stderr, "measure: %s: %s\n", *command, strerror(errno));
        _exit(127);
    }
    if (wait4(child, &status, 0, &usage) < 0) fail(strerror(errno), *command);
    return (Run){
        .wall = now() - start,
        .cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime),
        .peak = (double)usage.ru_maxrss * MAXRSS_UNIT,
        .status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status),
    };
}

static void runTimes(const char *label, int times, char **command) {
    double *wall = numbers(times), *cpu = numbers(times), *peak = numbers(times);
    int status = 0;
    for (int i = 0; i < times; i++) {
        Run one = run(command);
        wall[i] = one.wall, cpu[i] = one.cpu, peak[i] = one.peak, status = one.status;
    }
    double middle = median(wall, times);
    printf("%-24s %10.2f ms (least %.2f)  CPU %10.2f ms  peak %8.1f MB  exit %d\n", label, middle * 1e3, wall[0] * 1e3,
           median(cpu, times) * 1e3, median(peak, times) / 1e6, status);
}

// MARK: Comparing

static void heading(void) {
    printf("%-16s %8s %8s %7s %13s %8s %9s %9s %10s %7s %9s %9s %5s\n", "", "wall s", "scan s", "ratio", "(range)", "CPU s", "CPU ratio",
           "files/s", "dossiers/s", "MB/s", "peak MB", "peak/data", "exit");
}

static void compare(const char *label, int rounds, const char *path, char **command) {
    double *ratio = numbers(rounds), *wall = numbers(rounds), *cpu = numbers(rounds), *peak = numbers(rounds);
    double *scanned = numbers(rounds), *cpuRatio = numbers(rounds);
    Scan scan = {0};
    int status = 0;
    for (int i = 0; i < rounds; i++) {
        scan = scanOnce(path);
        Run one = run(command);
        ratio[i] = one.wall / scan.wall;
        cpuRatio[i] = one.cpu / scan.cpu;
        wall[i] = one.wall, cpu[i] = one.cpu, peak[i] = one.peak, scanned[i] = scan.wall, status = one.status;
    }
    double time = median(wall, rounds), memory = median(peak, rounds), middle = median(ratio, rounds), bytes = (double)scan.bytes;
    char range[32];
    snprintf(range, sizeof range, "(%.2f-%.2f)", ratio[0], ratio[rounds - 1]);
    printf("%-16s %8.3f %8.3f %7.2f %13s", label, time, median(scanned, rounds), middle, range);
    printf(" %8.3f %9.2f", median(cpu, rounds), median(cpuRatio, rounds));
    printf(" %9.1f %10.1f %7.1f", scan.files / time, scan.dossiers / time, bytes / 1e6 / time);
    printf(" %9.1f %9.2f %5d\n", memory / 1e6, memory / bytes, status);
}

// MARK: Arguments

static _Noreturn void usage(void) {
    fprintf(stderr, "usage: measure scan N PATHS…\n       measure run [--times N] LABEL -- CMD ARGS…\n"
                    "       measure compare [--label L] [--row] ROUNDS PATH -- CMD ARGS…\n");
    exit(2);
}

static int positive(const char *text) {
    char *end;
    long number = strtol(text, &end, 10);
    if (*end || number < 1 || number > 1000000) fail("not a positive number", text);
    return (int)number;
}

static bool is(const char *argument, const char *word) { return argument && !strcmp(argument, word); }

/// Takes an option and its value from the front of the arguments.
static const char *option(char ***arguments, const char *name) {
    if (!is(**arguments, name) || !(*arguments)[1]) return NULL;
    *arguments += 2;
    return (*arguments)[-1];
}

/// The command after `--`, which must stand at `place`.
static char **commandAt(char **arguments, int place) {
    for (int i = 0; i < place; i++)
        if (!arguments[i]) usage();
    if (!is(arguments[place], "--") || !arguments[place + 1]) usage();
    return arguments + place + 1;
}

static void runArguments(char **arguments) {
    const char *times = option(&arguments, "--times");
    char **command = commandAt(arguments, 1);
    runTimes(arguments[0], times ? positive(times) : 1, command);
}

static void compareArguments(char **arguments) {
    const char *label = option(&arguments, "--label");
    bool row = is(*arguments, "--row");
    if (row) arguments++;
    char **command = commandAt(arguments, 2);
    int rounds = positive(arguments[0]);
    if (!row) heading();
    fflush(stdout);
    compare(label ? label : "command", rounds, arguments[1], command);
}

int main(int count, char **arguments) {
    if (count < 4) usage();
    if (is(arguments[1], "scan"))
        scan(positive(arguments[2]), arguments + 3);
    else if (is(arguments[1], "run"))
        runArguments(arguments + 2);
    else if (is(arguments[1], "compare"))
        compareArguments(arguments + 2);
    else
        usage();
}
