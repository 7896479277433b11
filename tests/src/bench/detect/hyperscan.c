/*
 * Hyperscan for the four types. Usage: hyperscan FILE bare|exact
 * bare:  ends of matches only, no checksums.
 * exact: start offsets, checksums, overlaps resolved. Numbers get their starts from Hyperscan; addresses, whose pattern
 *        begins at the last character before the @, by walking back: Hyperscan refuses to keep starts for a whole address.
 * Prints "cpu-ms N" (median of 5 rounds of at least 200 ms), then in exact mode a line "start end" (bytes) each.
 */
#include <ctype.h>
#include <hs/hs.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOBILE, RESIDENT_ID, CARD, EMAIL, PATTERNS };

static const char *const EXPRESSIONS[PATTERNS] = {
    "\\b1[3-9][0-9]{9}\\b",
    "\\b[1-8][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]\\b",
    "\\b(62[0-9]{14,17}|4[0-9]{15}|5[1-5][0-9]{14})\\b",
    "[A-Za-z0-9._%+-]@[A-Za-z0-9.-]{1,63}\\.[A-Za-z]{2,16}\\b",
};

typedef struct {
    const char *text;
    int exact;
    unsigned long long count;
    struct { size_t start, end; } *spans;
    size_t used, room;
} Haul;

static int residentIdPasses(const char *id) {
    static const int weights[17] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; i++) sum += weights[i] * (id[i] - '0');
    char last = id[17] == 'x' ? 'X' : id[17];
    return "10X98765432"[sum % 11] == last;
}

static int luhnPasses(const char *digits, size_t length) {
    int sum = 0;
    for (size_t i = 0; i < length; i++) {
        int digit = digits[length - 1 - i] - '0';
        if (i % 2 == 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

/* From the end of a match to the first character of the address. The bytes of Chinese are no letters in the C locale. */
static size_t addressStart(const char *text, size_t end) {
    size_t from = end;
    while (text[from - 1] != '@') from--;
    from--;
    while (from > 0) {
        char c = text[from - 1];
        if (!isalnum((unsigned char)c) && !memchr("._%+-", c, 5)) break;
        from--;
    }
    return from;
}

static int onMatch(unsigned int id, unsigned long long from, unsigned long long to, unsigned int flags, void *context) {
    (void)flags;
    Haul *haul = context;
    haul->count++;
    if (!haul->exact) return 0;
    if (id == RESIDENT_ID && !residentIdPasses(haul->text + from)) return 0;
    if (id == CARD && !luhnPasses(haul->text + from, to - from)) return 0;
    if (id == EMAIL) from = addressStart(haul->text, to);
    if (haul->used > 0 && from <= haul->spans[haul->used - 1].start && to >= haul->spans[haul->used - 1].end) {
        /* The same address again, read further. */
        haul->spans[haul->used - 1].start = from;
        haul->spans[haul->used - 1].end = to;
        return 0;
    }
    if (haul->used == haul->room) {
        haul->room = haul->room ? haul->room * 2 : 1024;
        haul->spans = realloc(haul->spans, haul->room * sizeof *haul->spans);
        if (!haul->spans) abort();
    }
    haul->spans[haul->used].start = from;
    haul->spans[haul->used++].end = to;
    return 0;
}

static double clockMs(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int byValue(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static char *readWhole(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    *length = (size_t)ftell(file);
    rewind(file);
    char *text = malloc(*length + 1);
    if (text && fread(text, 1, *length, file) != *length) text = NULL;
    fclose(file);
    return text;
}

int main(int argc, char **argv) {
    if (argc != 3) return 2;
    size_t length = 0;
    Haul haul = {.exact = strcmp(argv[2], "exact") == 0};
    haul.text = readWhole(argv[1], &length);
    if (!haul.text) return 3;
    unsigned int flags[PATTERNS], ids[PATTERNS];
    for (unsigned int i = 0; i < PATTERNS; i++) {
        ids[i] = i;
        flags[i] = haul.exact && i != EMAIL ? HS_FLAG_SOM_LEFTMOST : 0;
    }
    hs_database_t *database = NULL;
    hs_compile_error_t *error = NULL;
    hs_scratch_t *scratch = NULL;
    if (hs_compile_multi(EXPRESSIONS, flags, ids, PATTERNS, HS_MODE_BLOCK, NULL, &database, &error) != HS_SUCCESS) {
        fprintf(stderr, "%s\n", error->message);
        return 4;
    }
    if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) return 5;
    double rounds[6];
    for (int round = 0; round < 6; round++) {
        double cpu = clockMs(CLOCK_PROCESS_CPUTIME_ID), wall = clockMs(CLOCK_MONOTONIC);
        int repeats = 0;
        do {
            haul.used = 0;
            haul.count = 0;
            if (hs_scan(database, haul.text, (unsigned int)length, 0, scratch, onMatch, &haul) != HS_SUCCESS) return 6;
            repeats++;
        } while (clockMs(CLOCK_MONOTONIC) - wall < 200);
        rounds[round] = (clockMs(CLOCK_PROCESS_CPUTIME_ID) - cpu) / repeats;
    }
    /* The first round warms up. */
    qsort(rounds + 1, 5, sizeof *rounds, byValue);
    printf("cpu-ms %f\n", rounds[3]);
    for (size_t i = 0; i < haul.used; i++) printf("%zu %zu\n", haul.spans[i].start, haul.spans[i].end);
    return 0;
}
