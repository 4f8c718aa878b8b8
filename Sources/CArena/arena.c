#include "CArena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Blocks of memory, the newest first. */
struct block {
    struct block *older;
    size_t size;
    size_t used;
    char bytes[];
};

enum {
    ALIGNMENT = 16,
    FIRST_BLOCK = 1 << 20,
    /* A block that is larger than this is given back to the system: one long page should not cost memory for ever. */
    LARGEST_KEPT = 8 << 20,
};

static _Thread_local struct block *newest;

/* Before each piece stands its size. */
static size_t rounded(size_t size) {
    return (size + ALIGNMENT + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

static struct block *block_with(size_t room) {
    if (newest && newest->size - newest->used >= room) return newest;
    size_t size = newest ? newest->size * 2 : FIRST_BLOCK;
    while (size < room) size *= 2;
    struct block *block = malloc(sizeof(struct block) + ALIGNMENT + size);
    if (!block) abort(); /* as libcmark's own allocator does */
    block->older = newest;
    block->size = size;
    block->used = (ALIGNMENT - (uintptr_t)block->bytes % ALIGNMENT) % ALIGNMENT;
    block->size += ALIGNMENT;
    newest = block;
    return block;
}

static void *take(size_t size) {
    if (size > SIZE_MAX / 4) abort();
    struct block *block = block_with(rounded(size));
    char *piece = block->bytes + block->used;
    block->used += rounded(size);
    *(size_t *)piece = size;
    return piece + ALIGNMENT;
}

void *materia_arena_calloc(size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) abort();
    void *piece = take(count * size);
    memset(piece, 0, count * size);
    return piece;
}

void *materia_arena_realloc(void *old, size_t size) {
    if (!old) return take(size);
    size_t *before = (size_t *)((char *)old - ALIGNMENT);
    if (size <= *before) return old;
    size_t more = rounded(size) - rounded(*before);
    if ((char *)before + rounded(*before) == newest->bytes + newest->used && newest->size - newest->used >= more) {
        newest->used += more;
        *before = size;
        return old;
    }
    void *piece = take(size);
    memcpy(piece, old, *before);
    return piece;
}

void materia_arena_free(void *old) { (void)old; }

void materia_arena_reset(void) {
    while (newest && (newest->older || newest->size > LARGEST_KEPT)) {
        struct block *older = newest->older;
        if (older && newest->size <= LARGEST_KEPT) { /* keep the larger of the two */
            newest->older = older->older;
            free(older);
            continue;
        }
        free(newest);
        newest = older;
    }
    if (newest) newest->used = (ALIGNMENT - (uintptr_t)newest->bytes % ALIGNMENT) % ALIGNMENT;
}
