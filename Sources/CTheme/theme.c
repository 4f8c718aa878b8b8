/* Written by scripts/embed-theme: the files of Templates/ and Public/, as part of the program. */
#include "CTheme.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../Public/apple-touch-icon.png" if_empty(0)
};
static const unsigned char file_1[] = {
#embed "../../Public/css/article.css" if_empty(0)
};
static const unsigned char file_2[] = {
#embed "../../Public/css/banner.css" if_empty(0)
};
static const unsigned char file_3[] = {
#embed "../../Public/css/base.css" if_empty(0)
};
static const unsigned char file_4[] = {
#embed "../../Public/css/crisis.css" if_empty(0)
};
static const unsigned char file_5[] = {
#embed "../../Public/css/dialect.css" if_empty(0)
};
static const unsigned char file_6[] = {
#embed "../../Public/css/figures.css" if_empty(0)
};
static const unsigned char file_7[] = {
#embed "../../Public/css/header.css" if_empty(0)
};
static const unsigned char file_8[] = {
#embed "../../Public/css/layout.css" if_empty(0)
};
static const unsigned char file_9[] = {
#embed "../../Public/css/lists.css" if_empty(0)
};
static const unsigned char file_10[] = {
#embed "../../Public/css/print.css" if_empty(0)
};
static const unsigned char file_11[] = {
#embed "../../Public/css/references.css" if_empty(0)
};
static const unsigned char file_12[] = {
#embed "../../Public/css/search.css" if_empty(0)
};
static const unsigned char file_13[] = {
#embed "../../Public/icon-192.png" if_empty(0)
};
static const unsigned char file_14[] = {
#embed "../../Public/icon-512.png" if_empty(0)
};
static const unsigned char file_15[] = {
#embed "../../Public/icon-maskable-512.png" if_empty(0)
};
static const unsigned char file_16[] = {
#embed "../../Public/icon.svg" if_empty(0)
};
static const unsigned char file_17[] = {
#embed "../../Public/notes.js" if_empty(0)
};
static const unsigned char file_18[] = {
#embed "../../Public/search-box.js" if_empty(0)
};
static const unsigned char file_19[] = {
#embed "../../Public/search-combobox.js" if_empty(0)
};
static const unsigned char file_20[] = {
#embed "../../Public/search-page.js" if_empty(0)
};
static const unsigned char file_21[] = {
#embed "../../Public/search-results.js" if_empty(0)
};
static const unsigned char file_22[] = {
#embed "../../Public/search.js" if_empty(0)
};
static const unsigned char file_23[] = {
#embed "../../Public/sw.js" if_empty(0)
};
static const unsigned char file_24[] = {
#embed "../../Templates/404.mustache" if_empty(0)
};
static const unsigned char file_25[] = {
#embed "../../Templates/a-z.mustache" if_empty(0)
};
static const unsigned char file_26[] = {
#embed "../../Templates/alias.mustache" if_empty(0)
};
static const unsigned char file_27[] = {
#embed "../../Templates/article.mustache" if_empty(0)
};
static const unsigned char file_28[] = {
#embed "../../Templates/crisis.mustache" if_empty(0)
};
static const unsigned char file_29[] = {
#embed "../../Templates/glossary.mustache" if_empty(0)
};
static const unsigned char file_30[] = {
#embed "../../Templates/handbook.mustache" if_empty(0)
};
static const unsigned char file_31[] = {
#embed "../../Templates/home.mustache" if_empty(0)
};
static const unsigned char file_32[] = {
#embed "../../Templates/layout.mustache" if_empty(0)
};
static const unsigned char file_33[] = {
#embed "../../Templates/partials/about-page.mustache" if_empty(0)
};
static const unsigned char file_34[] = {
#embed "../../Templates/partials/approvals.mustache" if_empty(0)
};
static const unsigned char file_35[] = {
#embed "../../Templates/partials/balance.mustache" if_empty(0)
};
static const unsigned char file_36[] = {
#embed "../../Templates/partials/banners.mustache" if_empty(0)
};
static const unsigned char file_37[] = {
#embed "../../Templates/partials/breadcrumbs.mustache" if_empty(0)
};
static const unsigned char file_38[] = {
#embed "../../Templates/partials/choices.mustache" if_empty(0)
};
static const unsigned char file_39[] = {
#embed "../../Templates/partials/contents.mustache" if_empty(0)
};
static const unsigned char file_40[] = {
#embed "../../Templates/partials/crisis-block.mustache" if_empty(0)
};
static const unsigned char file_41[] = {
#embed "../../Templates/partials/crisis-strip.mustache" if_empty(0)
};
static const unsigned char file_42[] = {
#embed "../../Templates/partials/footer.mustache" if_empty(0)
};
static const unsigned char file_43[] = {
#embed "../../Templates/partials/handbook-article.mustache" if_empty(0)
};
static const unsigned char file_44[] = {
#embed "../../Templates/partials/head.mustache" if_empty(0)
};
static const unsigned char file_45[] = {
#embed "../../Templates/partials/header.mustache" if_empty(0)
};
static const unsigned char file_46[] = {
#embed "../../Templates/partials/listed.mustache" if_empty(0)
};
static const unsigned char file_47[] = {
#embed "../../Templates/partials/main-points.mustache" if_empty(0)
};
static const unsigned char file_48[] = {
#embed "../../Templates/partials/menu.mustache" if_empty(0)
};
static const unsigned char file_49[] = {
#embed "../../Templates/partials/open-graph.mustache" if_empty(0)
};
static const unsigned char file_50[] = {
#embed "../../Templates/partials/pager.mustache" if_empty(0)
};
static const unsigned char file_51[] = {
#embed "../../Templates/partials/questions.mustache" if_empty(0)
};
static const unsigned char file_52[] = {
#embed "../../Templates/partials/related.mustache" if_empty(0)
};
static const unsigned char file_53[] = {
#embed "../../Templates/partials/search-words.mustache" if_empty(0)
};
static const unsigned char file_54[] = {
#embed "../../Templates/partials/summary.mustache" if_empty(0)
};
static const unsigned char file_55[] = {
#embed "../../Templates/partials/translations.mustache" if_empty(0)
};
static const unsigned char file_56[] = {
#embed "../../Templates/references.mustache" if_empty(0)
};
static const unsigned char file_57[] = {
#embed "../../Templates/search.mustache" if_empty(0)
};
static const unsigned char file_58[] = {
#embed "../../Templates/section.mustache" if_empty(0)
};
static const unsigned char file_59[] = {
#embed "../../Templates/strings/en.yaml" if_empty(0)
};
static const unsigned char file_60[] = {
#embed "../../Templates/strings/es.yaml" if_empty(0)
};
static const unsigned char file_61[] = {
#embed "../../Templates/tag.mustache" if_empty(0)
};
static const unsigned char file_62[] = {
#embed "../../Templates/tags.mustache" if_empty(0)
};
static const unsigned char file_63[] = {
#embed "../../Templates/updates.mustache" if_empty(0)
};
static const unsigned char file_64[] = {
#embed "../../Templates/withdrawn.mustache" if_empty(0)
};

static const struct materia_theme_file files[] = {
    {"Public/apple-touch-icon.png", file_0, sizeof file_0},
    {"Public/css/article.css", file_1, sizeof file_1},
    {"Public/css/banner.css", file_2, sizeof file_2},
    {"Public/css/base.css", file_3, sizeof file_3},
    {"Public/css/crisis.css", file_4, sizeof file_4},
    {"Public/css/dialect.css", file_5, sizeof file_5},
    {"Public/css/figures.css", file_6, sizeof file_6},
    {"Public/css/header.css", file_7, sizeof file_7},
    {"Public/css/layout.css", file_8, sizeof file_8},
    {"Public/css/lists.css", file_9, sizeof file_9},
    {"Public/css/print.css", file_10, sizeof file_10},
    {"Public/css/references.css", file_11, sizeof file_11},
    {"Public/css/search.css", file_12, sizeof file_12},
    {"Public/icon-192.png", file_13, sizeof file_13},
    {"Public/icon-512.png", file_14, sizeof file_14},
    {"Public/icon-maskable-512.png", file_15, sizeof file_15},
    {"Public/icon.svg", file_16, sizeof file_16},
    {"Public/notes.js", file_17, sizeof file_17},
    {"Public/search-box.js", file_18, sizeof file_18},
    {"Public/search-combobox.js", file_19, sizeof file_19},
    {"Public/search-page.js", file_20, sizeof file_20},
    {"Public/search-results.js", file_21, sizeof file_21},
    {"Public/search.js", file_22, sizeof file_22},
    {"Public/sw.js", file_23, sizeof file_23},
    {"Templates/404.mustache", file_24, sizeof file_24},
    {"Templates/a-z.mustache", file_25, sizeof file_25},
    {"Templates/alias.mustache", file_26, sizeof file_26},
    {"Templates/article.mustache", file_27, sizeof file_27},
    {"Templates/crisis.mustache", file_28, sizeof file_28},
    {"Templates/glossary.mustache", file_29, sizeof file_29},
    {"Templates/handbook.mustache", file_30, sizeof file_30},
    {"Templates/home.mustache", file_31, sizeof file_31},
    {"Templates/layout.mustache", file_32, sizeof file_32},
    {"Templates/partials/about-page.mustache", file_33, sizeof file_33},
    {"Templates/partials/approvals.mustache", file_34, sizeof file_34},
    {"Templates/partials/balance.mustache", file_35, sizeof file_35},
    {"Templates/partials/banners.mustache", file_36, sizeof file_36},
    {"Templates/partials/breadcrumbs.mustache", file_37, sizeof file_37},
    {"Templates/partials/choices.mustache", file_38, sizeof file_38},
    {"Templates/partials/contents.mustache", file_39, sizeof file_39},
    {"Templates/partials/crisis-block.mustache", file_40, sizeof file_40},
    {"Templates/partials/crisis-strip.mustache", file_41, sizeof file_41},
    {"Templates/partials/footer.mustache", file_42, sizeof file_42},
    {"Templates/partials/handbook-article.mustache", file_43, sizeof file_43},
    {"Templates/partials/head.mustache", file_44, sizeof file_44},
    {"Templates/partials/header.mustache", file_45, sizeof file_45},
    {"Templates/partials/listed.mustache", file_46, sizeof file_46},
    {"Templates/partials/main-points.mustache", file_47, sizeof file_47},
    {"Templates/partials/menu.mustache", file_48, sizeof file_48},
    {"Templates/partials/open-graph.mustache", file_49, sizeof file_49},
    {"Templates/partials/pager.mustache", file_50, sizeof file_50},
    {"Templates/partials/questions.mustache", file_51, sizeof file_51},
    {"Templates/partials/related.mustache", file_52, sizeof file_52},
    {"Templates/partials/search-words.mustache", file_53, sizeof file_53},
    {"Templates/partials/summary.mustache", file_54, sizeof file_54},
    {"Templates/partials/translations.mustache", file_55, sizeof file_55},
    {"Templates/references.mustache", file_56, sizeof file_56},
    {"Templates/search.mustache", file_57, sizeof file_57},
    {"Templates/section.mustache", file_58, sizeof file_58},
    {"Templates/strings/en.yaml", file_59, sizeof file_59},
    {"Templates/strings/es.yaml", file_60, sizeof file_60},
    {"Templates/tag.mustache", file_61, sizeof file_61},
    {"Templates/tags.mustache", file_62, sizeof file_62},
    {"Templates/updates.mustache", file_63, sizeof file_63},
    {"Templates/withdrawn.mustache", file_64, sizeof file_64},
};

const size_t materia_theme_count = sizeof files / sizeof files[0];

struct materia_theme_file materia_theme_file(size_t index) { return files[index]; }
