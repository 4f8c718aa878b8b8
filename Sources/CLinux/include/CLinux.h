#ifndef CLINUX_H
#define CLINUX_H

#if defined(__linux__)
/* Glibc's Swift module lacks what needs _GNU_SOURCE. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>

/* Exchanges two paths in one step. 0, or -1 with errno. */
static inline int materia_exchange(const char *a, const char *b) {
    extern int renameat2(int, const char *, int, const char *, unsigned int);
    return renameat2(AT_FDCWD, a, AT_FDCWD, b, 1u << 1 /* RENAME_EXCHANGE */);
}
#elif defined(__APPLE__)
#include <stdio.h>

static inline int materia_exchange(const char *a, const char *b) {
    return renamex_np(a, b, RENAME_SWAP);
}
#endif

/* What the kernel counts for a connection: bytes that went out and were taken, bytes that came in. */
struct materia_traffic {
    unsigned long long connection;
    unsigned long long sent;
    unsigned long long received;
};

#if defined(__linux__)
/* -1 for what is no connection to that port of ours. */
int materia_connection_traffic(int file, unsigned short port, struct materia_traffic *traffic);
#else
static inline int materia_connection_traffic(int file, unsigned short port, struct materia_traffic *traffic) {
    (void)file, (void)port, (void)traffic;
    return -1;
}
#endif

#if defined(__GLIBC__)
#include <malloc.h>
#endif

/* Keeps memory that was freed, up to so many bytes at the end of each heap, for whoever asks for it next. */
static inline void materia_keep_memory(int bytes) {
#if defined(__GLIBC__)
    mallopt(M_TRIM_THRESHOLD, bytes);
    mallopt(M_MMAP_THRESHOLD, bytes);
#else
    (void)bytes;
#endif
}

#endif
