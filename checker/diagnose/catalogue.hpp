// catalogue.hpp: the mistakes that have a name.
#pragma once

#include "judge/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lab::diagnose {

struct Mistake {
    std::string_view id;      // "local-mutex"
    std::string_view title;   // "A mutex of one's own"
    std::string_view lesson;  // where it is taught; empty: in none
    std::string_view hint;    // what to do
};

// All of them, in the order of docs/diagnoses.md.
const std::vector<Mistake>& catalogue();

// The diagnosis of that id, which is in the catalogue, with this sentence.
judge::Diagnosis diagnosis(std::string_view id, std::string sentence);

}  // namespace lab::diagnose
