#ifndef CARENA_H
#define CARENA_H

#include <stddef.h>

/* Memory that is handed out bit by bit and taken back all at once: what libcmark makes of a page lives as long as
   the page's tree, so that freeing node by node, a third of its time, is not needed. One arena a thread. */

/* As calloc, realloc and free want it. What comes from the arena goes back with the reset. */
void *materia_arena_calloc(size_t count, size_t size);
void *materia_arena_realloc(void *old, size_t size);
void materia_arena_free(void *old);

/* Takes back all that this thread's arena handed out. */
void materia_arena_reset(void);

#endif
