// explored_pch.hpp: the standard headers that hand-ins use most, precompiled and force-included into explored builds.
//
// Where a header of the same name lies beside this file (semaphore, latch, barrier, mutex, bits/atomic_wait.h) that one
// is used: this folder comes first among the system headers. Nothing of doctest or interleave.hpp: a hand-in must not
// see CHECK. Every header here costs each compilation something; <future> alone 70 ms, so that it is left out.
#ifndef INTERLEAVE_EXPLORED_PCH_HPP
#define INTERLEAVE_EXPLORED_PCH_HPP 1

#include <algorithm>
#include <array>
#include <atomic>
#include <barrier>
#include <cassert>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <functional>
#include <iomanip>
#include <iostream>
#include <latch>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>
#include <queue>
#include <semaphore>
#include <set>
#include <shared_mutex>
#include <sstream>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#endif
