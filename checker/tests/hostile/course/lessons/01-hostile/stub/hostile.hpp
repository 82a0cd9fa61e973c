// hostile.hpp: given. One function, called by several threads.
#pragma once

int add(int a, int b);
