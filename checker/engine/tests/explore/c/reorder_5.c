// expect: abort
#define SETTERS 4
#define CHECKERS 1
#include "reorder.h"
