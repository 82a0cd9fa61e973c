// expect: passed
// output: done\n
#define RIGHT 2
#define WRONG 0
#include "wronglock.h"
