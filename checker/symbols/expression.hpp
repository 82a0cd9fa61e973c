// expression.hpp: what a line of C++ calls the objects that it works on. Pure; a reader of text, not a parser of C++:
// it gives nothing rather than something wrong, as far as it can.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lab::symbols {

// `std::lock_guard guard(from.mutex);` -> {"from.mutex"}; `std::scoped_lock both(a, b);` -> {"a", "b"}; std::lock
// likewise.
std::vector<std::string> locked_by_declaration(std::string_view line);

// The object of a call of one of these member functions, or their first argument in the manner of C:
// `queue->ready.wait(lock)` -> "queue->ready", `sem_wait(&slots)` -> "slots". Empty if there is none.
std::string receiver_of(std::string_view line, const std::vector<std::string_view>& functions);

// The first argument of a call of one of these member functions: `ready.wait(lock, ...)` -> "lock".
std::string first_argument_of(std::string_view line, const std::vector<std::string_view>& functions);

// The mutex that a lock object of this name is declared with, somewhere in the text; empty if it is no lock object.
std::string mutex_of_lock_object(std::string_view text, std::string_view name);

// What a line reads and writes.
struct Uses {
    std::string target;                  // of an assignment, ++ or --; empty: none
    std::vector<std::string> variables;  // all that is named as an object, in order, each once; the target too
    std::vector<std::string> receivers;  // objects whose member functions are called
    std::string declared;                // with an initialiser: `std::vector<int> slots(count);` -> "slots"
};
Uses uses_in(std::string_view line);

// The object on which this line calls the member function: `from.withdraw(30)`, "withdraw" -> "from".
std::string receiver_of_call(std::string_view line, std::string_view function);

// The variable that this line declares with this type: `Account a(1, 100);`, "Account" -> "a".
std::string declared_as(std::string_view line, std::string_view type);

}  // namespace lab::symbols
