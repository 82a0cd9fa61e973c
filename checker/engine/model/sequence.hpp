// sequence.hpp: a growing array whose push_back() is a store and a comparison where it is inlined: std::vector's brings
// its reallocation along, and with it a prologue that the hot path pays for.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <type_traits>

namespace interleave {

template <class T>
class Sequence {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    Sequence() = default;
    Sequence(const Sequence&) = delete;
    Sequence& operator=(const Sequence&) = delete;
    ~Sequence() { std::free(first_); }

    void push_back(const T& element) {
        if (size_ == capacity_) [[unlikely]]
            grow();
        first_[size_++] = element;
    }
    // To fill it anew without a question for each element: the first of `count` places, then where the elements end.
    T* room_for(std::size_t count) {
        while (capacity_ < count) [[unlikely]]
            grow();
        return first_;
    }
    void end_at(const T* end) { size_ = static_cast<std::size_t>(end - first_); }
    void clear() { size_ = 0; }
    void pop_back() { --size_; }
    void erase(T* element) {
        std::copy(element + 1, end(), element);
        --size_;
    }
    // Returns how many there were.
    template <class Predicate>
    std::size_t erase_if(Predicate predicate) {
        T* const kept = std::remove_if(begin(), end(), predicate);
        const auto erased = static_cast<std::size_t>(end() - kept);
        size_ -= erased;
        return erased;
    }

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    T* begin() { return first_; }
    T* end() { return first_ + size_; }
    const T* begin() const { return first_; }
    const T* end() const { return first_ + size_; }
    const T& operator[](std::size_t index) const { return first_[index]; }
    const T& front() const { return first_[0]; }
    const T& back() const { return first_[size_ - 1]; }

private:
    [[gnu::noinline, gnu::cold]] void grow() {
        const std::size_t larger = capacity_ == 0 ? 16 : capacity_ * 2;
        void* memory = std::realloc(static_cast<void*>(first_), larger * sizeof(T));
        if (memory == nullptr) std::abort();
        first_ = static_cast<T*>(memory);
        capacity_ = larger;
    }

    T* first_ = nullptr;
    std::size_t size_ = 0, capacity_ = 0;
};

}  // namespace interleave
