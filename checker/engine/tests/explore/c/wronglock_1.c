// expect: abort
#define RIGHT 0
#define WRONG 1
#include "wronglock.h"
