// PCRE2 wants to know the width of a code unit before its header; ours are bytes of UTF-8.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
