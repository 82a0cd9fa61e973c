// expect: abort
#define SETTERS 3
#define CHECKERS 1
#include "reorder.h"
