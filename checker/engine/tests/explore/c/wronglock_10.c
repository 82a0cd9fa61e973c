// expect: abort
#define RIGHT 0
#define WRONG 10
#include "wronglock.h"
