// expect: data-race|abort
// about: a second writer: data1 is also read without its lock
#define WRITERS 2
#define READERS 1
#include "twostage.h"
