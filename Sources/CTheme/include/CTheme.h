#ifndef CTHEME_H
#define CTHEME_H

#include <stddef.h>

/* A file of the built-in theme, by its path from the project's folder. */
struct materia_theme_file {
    const char *path;
    const unsigned char *bytes;
    size_t size;
};

extern const size_t materia_theme_count;

struct materia_theme_file materia_theme_file(size_t index);

#endif
