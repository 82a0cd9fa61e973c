// words.cpp: names and numbers in plain English.
#include "judge/words.hpp"

#include <cctype>

namespace lab::judge {

std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number < 0 ? -number : number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return number < 0 ? "-" + digits : digits;
}

std::string counted(std::int64_t number, std::string_view noun) {
    return grouped(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

std::string joined(const std::vector<std::string>& items) {
    std::string text;
    for (std::size_t index = 0; index < items.size(); ++index) {
        if (index > 0) text += index + 1 == items.size() ? " and " : ", ";
        text += items[index];
    }
    return text;
}

std::string sentence(std::string text) {
    if (text.empty()) return text;
    if (text.starts_with("main ")) text.insert(0, "the ").insert(8, " thread");
    // A name of the program's keeps its spelling: pthread_cancel().
    const std::string first = text.substr(0, text.find(' '));
    if (first.find_first_of("_(:") == std::string::npos)
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    if (std::string_view(".!?:").find(text.back()) == std::string_view::npos) text += '.';
    return text;
}

std::string thread_word(const evidence::Failure& failure, evidence::ThreadId id) {
    const evidence::ThreadSeen* thread = failure.thread(id);
    if (thread != nullptr && !thread->name.empty() && thread->name != "main") return thread->name;
    return id == 0 ? "the main thread" : "thread " + std::to_string(id);
}

std::string object_word(const evidence::Failure& failure, evidence::ObjectId id) {
    const evidence::ObjectSeen* object = failure.object(id);
    if (object == nullptr) return "object " + std::to_string(id);
    const std::string& name = object->shown.empty() ? object->name.value_or("") : object->shown;
    if (name.empty()) return object->kind + " " + std::to_string(id);
    return object->numbered ? name : "`" + name + "`";
}

std::string place_word(const evidence::Place& place) {
    return place.known() ? place.file + ":" + std::to_string(place.line) : std::string();
}

std::string at_place(const evidence::Place& place) {
    return place.known() ? " at " + place_word(place) : std::string();
}

bool is_lock(const evidence::Failure& failure, evidence::ObjectId id) {
    const evidence::ObjectSeen* object = failure.object(id);
    return object == nullptr || object->kind.find("mutex") != std::string::npos;
}

std::vector<std::string> lock_words(const evidence::Failure& failure, const std::vector<evidence::ObjectId>& objects) {
    std::vector<std::string> words;
    for (const evidence::ObjectId id : objects)
        if (is_lock(failure, id)) words.push_back(object_word(failure, id));
    return words;
}

}  // namespace lab::judge
