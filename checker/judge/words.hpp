// words.hpp: the words of which messages are made: threads, objects, places and numbers of a failure, as a reader calls
// them.
#pragma once

#include "evidence/evidence.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lab::judge {

// 1234567 -> "1,234,567"
std::string grouped(std::int64_t number);

// "1 interleaving", "252 interleavings"
std::string counted(std::int64_t number, std::string_view noun);

// "a", "a and b", "a, b and c"
std::string joined(const std::vector<std::string>& items);

// First letter large; a full stop at the end if there is none.
std::string sentence(std::string text);

// "thread 1"; "main" is "the main thread".
std::string thread_word(const evidence::Failure& failure, evidence::ThreadId id);

// "`from.mutex`"; an object without a name of its own: "mutex 1".
std::string object_word(const evidence::Failure& failure, evidence::ObjectId id);

// "deadlock.cpp:14"; empty if not known.
std::string place_word(const evidence::Place& place);

// " at deadlock.cpp:14", or nothing.
std::string at_place(const evidence::Place& place);

// The locks among these objects, each in the words above.
std::vector<std::string> lock_words(const evidence::Failure& failure, const std::vector<evidence::ObjectId>& objects);

bool is_lock(const evidence::Failure& failure, evidence::ObjectId id);

}  // namespace lab::judge
