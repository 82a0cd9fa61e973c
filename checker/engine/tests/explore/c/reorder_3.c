// expect: abort
#define SETTERS 2
#define CHECKERS 1
#include "reorder.h"
