// expect: abort
#define RIGHT 4
#define WRONG 1
#include "wronglock.h"
