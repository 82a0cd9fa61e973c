// expect: abort
#define SETTERS 9
#define CHECKERS 1
#include "reorder.h"
