// expect: abort
#define RIGHT 0
#define WRONG 3
#include "wronglock.h"
