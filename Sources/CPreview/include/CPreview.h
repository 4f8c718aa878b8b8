#ifndef CPREVIEW_H
#define CPREVIEW_H

#include <stddef.h>

struct materia_preview_bytes {
    const unsigned char *bytes;
    size_t size;
};

/* What the preview adds to pages while it shows them, and no site has: 0 its script, 1 its styles, 2 those of the page
   for staff. */
struct materia_preview_bytes materia_preview_asset(int number);

#endif
