// expect: abort
#define SETTERS 99
#define CHECKERS 1
#include "reorder.h"
