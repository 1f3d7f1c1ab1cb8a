/* What a C compiler makes of the loops with the vector functions of the C library: gcc -O3 -march=native -ffast-math.
   Words come line by line, as they do to rivals.py. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e3 + t.tv_nsec * 1e-6;
}

#define CURVES(REAL, EXP, TANH, LOG1P, FABS, FMAX)                                                     \
    static void pass_##REAL(const char *name, const REAL *restrict x, REAL *restrict y,                \
                            REAL *restrict d, long n) {                                                \
        if (!strcmp(name, "sigmoid"))                                                                  \
            for (long i = 0; i < n; i++) {                                                             \
                REAL e = EXP(-FABS(x[i])), r = 1 / (1 + e), t = e * r;                                 \
                y[i] = x[i] < 0 ? t : r;                                                               \
                d[i] = t * r;                                                                          \
            }                                                                                          \
        if (!strcmp(name, "tanh"))                                                                     \
            for (long i = 0; i < n; i++) y[i] = TANH(x[i]);                                            \
        if (!strcmp(name, "softplus"))                                                                 \
            for (long i = 0; i < n; i++) y[i] = FMAX(x[i], 0) + LOG1P(EXP(-FABS(x[i])));               \
        if (!strcmp(name, "swish"))                                                                    \
            for (long i = 0; i < n; i++) y[i] = x[i] / (1 + EXP(-x[i]));                               \
        if (!strcmp(name, "GELU"))                                                                     \
            for (long i = 0; i < n; i++)                                                               \
                y[i] = x[i] / (1 + EXP((REAL)-1.5957691216057308 *                                     \
                                       (x[i] + (REAL)0.044715 * x[i] * x[i] * x[i])));                 \
    }
CURVES(double, exp, tanh, log1p, fabs, fmax)
CURVES(float, expf, tanhf, log1pf, fabsf, fmaxf)

int main(void) {
    char command[16], name[16], kind[16], path[1024];
    int isDouble = 1;
    long n = 0, size = 8;
    char *x = 0, *y = 0, *d = 0;
    while (scanf("%15s", command) == 1) {
        if (!strcmp(command, "load")) {
            if (scanf("%15s %15s %1023s", name, kind, path) != 3) return 1;
            isDouble = !strcmp(kind, "float64");
            size = isDouble ? 8 : 4;
            FILE *file = fopen(path, "rb");
            if (!file) return 1;
            fseek(file, 0, SEEK_END);
            n = ftell(file) / size;
            rewind(file);
            free(x), free(y), free(d);
            x = malloc(n * size + 192), y = malloc(n * size + 192), d = malloc(n * size + 192);
            if (!x || !y || !d || fread(x, size, n, file) != (size_t)n) return 1;
            fclose(file);
            memset(y, 0, n * size), memset(d, 0, n * size);
            puts("loaded");
        } else if (!strcmp(command, "shuffle")) {
            puts("the order does not matter here");
        } else if (!strcmp(command, "run")) {
            long times;
            if (scanf("%*s %ld", &times) != 1) return 1;
            double began = now();
            for (long k = 0; k < times; k++) {
                if (isDouble)
                    pass_double(name, (double *)x, (double *)y, (double *)d, n);
                else
                    pass_float(name, (float *)x, (float *)y, (float *)d, n);
            }
            printf("%.9f\n", now() - began);
        } else if (!strcmp(command, "save")) {
            if (scanf("%*s %1023s", path) != 1) return 1;
            FILE *file = fopen(path, "wb");
            if (!file) return 1;
            fwrite(y, size, n, file);
            if (!strcmp(name, "sigmoid")) fwrite(d, size, n, file);
            fclose(file);
            puts("saved");
        }
        fflush(stdout);
    }
    return 0;
}
