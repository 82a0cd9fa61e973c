// expect: abort
#define SETTERS 19
#define CHECKERS 1
#include "reorder.h"
