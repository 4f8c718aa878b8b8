#include "CPreview.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char script[] = {
#embed "assets/preview.js"
};
static const unsigned char style[] = {
#embed "assets/preview.css"
};
static const unsigned char status_style[] = {
#embed "assets/status.css"
};

struct materia_preview_bytes materia_preview_asset(int number) {
    switch (number) {
    case 0: return (struct materia_preview_bytes){script, sizeof script};
    case 1: return (struct materia_preview_bytes){style, sizeof style};
    default: return (struct materia_preview_bytes){status_style, sizeof status_style};
    }
}
