// expect: abort
#define SETTERS 49
#define CHECKERS 1
#include "reorder.h"
