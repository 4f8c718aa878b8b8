/* The floor: what reading, rendering and writing cost with libcmark alone. No front matter is read, no link
   looked up, no template filled.   Usage: floor CONTENT OUTPUT THREADS */

#define _GNU_SOURCE
#include <cmark.h>
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_THREADS = 256 };

static char **sources;      /* paths relative to the content folder, without `.md` */
static size_t source_count;
static atomic_size_t next_source;
static const char *content, *output;

static void fail(const char *what) {
    fprintf(stderr, "floor: %s: %s\n", what, strerror(errno));
    exit(2);
}

static void make_folder(const char *path) {
    if (mkdir(path, 0755) != 0 && errno != EEXIST) fail(path);
}

static char *read_whole(const char *path, size_t *length) {
    struct stat status;
    int file = open(path, O_RDONLY);
    if (file < 0 || fstat(file, &status) != 0) fail(path);
    char *text = malloc((size_t)status.st_size + 1);
    if (!text || read(file, text, (size_t)status.st_size) != status.st_size) fail(path);
    close(file);
    text[*length = (size_t)status.st_size] = 0;
    return text;
}

static void write_whole(const char *path, const char *text) {
    size_t length = strlen(text);
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0 || write(file, text, length) != (ssize_t)length || close(file) != 0) fail(path);
}

static const char *after_front_matter(const char *text) {
    if (strncmp(text, "---\n", 4) != 0) return text;
    const char *end = strstr(text + 4, "\n---\n");
    return end ? end + 5 : text;
}

static void render(const char *name) {
    char path[4096];
    size_t length, name_length = strlen(name);
    snprintf(path, sizeof path, "%s/%s.md", content, name);
    char *text = read_whole(path, &length);
    const char *body = after_front_matter(text);
    char *html = cmark_markdown_to_html(body, length - (size_t)(body - text), CMARK_OPT_DEFAULT);
    free(text);
    if (name_length >= 5 && strcmp(name + name_length - 5, "index") == 0) {
        snprintf(path, sizeof path, "%s/%s.html", output, name);
    } else {
        snprintf(path, sizeof path, "%s/%s", output, name);
        make_folder(path);
        snprintf(path, sizeof path, "%s/%s/index.html", output, name);
    }
    write_whole(path, html);
    free(html);
}

static void *work(void *unused) {
    size_t number;
    while ((number = atomic_fetch_add(&next_source, 1)) < source_count) render(sources[number]);
    return unused;
}

/* Lists the Markdown files and makes the folders that they lie in. */
static void list_sources(void) {
    char path[4096], *roots[] = {(char *)content, NULL};
    size_t room = 0, prefix = strlen(content) + 1;
    FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
    if (!tree) fail(content);
    for (FTSENT *entry; (entry = fts_read(tree));) {
        const char *name = entry->fts_pathlen > prefix ? entry->fts_path + prefix : "";
        size_t length = strlen(name);
        if (entry->fts_info == FTS_D) {
            snprintf(path, sizeof path, "%s/%s", output, name);
            make_folder(path);
        } else if (entry->fts_info == FTS_F && length > 3 && strcmp(name + length - 3, ".md") == 0) {
            if (source_count == room) {
                room = room * 2 + 1024;
                sources = realloc(sources, room * sizeof *sources);
                if (!sources) fail("memory");
            }
            sources[source_count++] = strndup(name, length - 3);
        }
    }
    fts_close(tree);
}

int main(int count, char **arguments) {
    pthread_t threads[MAX_THREADS];
    int thread_count = count == 4 ? atoi(arguments[3]) : 0;
    if (thread_count < 1 || thread_count > MAX_THREADS) {
        fputs("usage: floor CONTENT OUTPUT THREADS\n", stderr);
        return 2;
    }
    content = arguments[1];
    output = arguments[2];
    list_sources();
    for (int i = 0; i < thread_count; i++)
        if (pthread_create(&threads[i], NULL, work, NULL) != 0) fail("thread");
    for (int i = 0; i < thread_count; i++) pthread_join(threads[i], NULL);
    return 0;
}
