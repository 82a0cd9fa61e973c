// race_condition.hpp: given. What count_visits promises.
#pragma once

#include <functional>
#include <vector>

// A door of the museum. Each call lets in the next visitor who waits there and returns true; false: nobody waits there
// any more. Only one thread may use a door; different doors may be used at the same time.
using Door = std::function<bool()>;

// Opens all doors at once: one thread a door, which lets in visitors until its door returns false.
// Returns how many visitors came in altogether, when all doors are done. Every call counts anew from zero.
// No door waits for another: visitors can come in through different doors at the same moment.
int count_visits(const std::vector<Door>& doors);
