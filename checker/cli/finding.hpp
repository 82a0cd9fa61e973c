// finding.hpp: what doctor found out about this machine.
#pragma once

#include <string>
#include <vector>

namespace lab::cli {

enum class Health { good, poor, missing };  // poor: the lab works, but not as well as it could

struct Finding {
    std::string subject;  // "compiler"
    Health health = Health::good;
    std::string found;   // "g++ 12.2.0"
    std::string remedy;  // what to do, unless good
};

}  // namespace lab::cli
