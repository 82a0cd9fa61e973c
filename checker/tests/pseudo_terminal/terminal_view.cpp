// terminal_view.cpp: the terminal's control sequences (ECMA-48, and xterm's own where curses uses them).
#include "terminal_view.hpp"

#include <algorithm>
#include <map>

#include "report/visible.hpp"

namespace lab::tests {

namespace {

// The VT100's line drawing characters that curses uses.
std::string drawn(const std::string& character) {
    static const std::map<std::string, std::string> lines = {{"j", "┘"}, {"k", "┐"}, {"l", "┌"}, {"m", "└"}, {"n", "┼"},
                                                             {"q", "─"}, {"t", "├"}, {"u", "┤"}, {"v", "┴"}, {"w", "┬"},
                                                             {"x", "│"}, {"a", "▒"}, {"`", "◆"}, {"~", "·"}};
    const auto found = lines.find(character);
    return found == lines.end() ? character : found->second;
}

std::size_t bytes_of_character(unsigned char first) {
    if (first >= 0xf0) return 4;
    if (first >= 0xe0) return 3;
    return first >= 0xc0 ? 2 : 1;
}

}  // namespace

TerminalView::TerminalView(std::size_t columns, std::size_t rows) : columns_(columns), bottom_(rows - 1) {
    rows_.assign(rows, blank_row());
}

void TerminalView::resize(std::size_t columns, std::size_t rows) {
    columns_ = columns;
    while (rows_.size() > rows && row_ + 1 < rows_.size()) rows_.pop_back();
    while (rows_.size() > rows) {
        bottom_ = rows_.size() - 1;
        scroll_up(0, 1);
        rows_.pop_back();
        --row_;
    }
    for (Row& line : rows_) line.resize(columns, " ");
    for (Row& line : main_rows_) line.resize(columns, " ");
    rows_.resize(rows, blank_row());
    column_ = std::min(column_, columns - 1);
    top_ = 0;
    bottom_ = rows - 1;
    wraps_next_ = false;
}

std::string TerminalView::row(std::size_t index) const {
    std::string text;
    for (const std::string& cell : rows_.at(index)) text += cell;
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

std::string TerminalView::text() const {
    std::string text;
    for (std::size_t index = 0; index < rows_.size(); ++index) text += row(index) + '\n';
    text.erase(text.find_last_not_of('\n') + 1);
    return text + '\n';
}

std::string TerminalView::history() const {
    std::string history;
    for (const std::string& line : scrolled_out_) history += line + '\n';
    return history + text();
}

void TerminalView::feed(std::string_view bytes) {
    for (const char byte : bytes) {
        switch (reading_) {
            case Reading::text:
                if (static_cast<unsigned char>(byte) < ' ' || byte == '\x7f') {
                    control(byte);
                    break;
                }
                character_ += byte;
                if (character_.size() < bytes_of_character(static_cast<unsigned char>(character_[0]))) break;
                put(line_drawing_ ? drawn(character_) : character_);
                character_.clear();
                break;
            case Reading::escape: escape(byte); break;
            case Reading::character_set:
                if (set_for_ == '(') line_drawing_ = byte == '0';
                reading_ = Reading::text;
                break;
            case Reading::string:  // a title and the like, ended by BEL or ESC \.
                if (byte == '\x07') reading_ = Reading::text;
                if (byte == '\x1b') reading_ = Reading::escape;
                break;
            case Reading::sequence:
                if (byte >= '@' && byte <= '~') {
                    reading_ = Reading::text;
                    sequence(byte);
                } else {
                    parameters_ += byte;
                }
                break;
        }
    }
}

void TerminalView::put(const std::string& character) {
    const std::size_t wide = std::max<std::size_t>(1, report::width(character));
    if (wraps_next_ || column_ + wide > columns_) {
        column_ = 0;
        line_feed();
    }
    rows_[row_][column_] = character;
    if (wide == 2) rows_[row_][column_ + 1].clear();
    wraps_next_ = column_ + wide >= columns_;
    column_ = wraps_next_ ? columns_ - 1 : column_ + wide;
    last_ = character;
}

void TerminalView::control(char byte) {
    switch (byte) {
        case '\x1b': reading_ = Reading::escape; return;
        case '\r': column_ = 0; break;
        case '\n':
        case '\v':
        case '\f': line_feed(); break;
        case '\b': column_ -= column_ > 0 ? 1 : 0; break;
        case '\t': column_ = std::min(columns_ - 1, (column_ / 8 + 1) * 8); break;
        default: return;
    }
    wraps_next_ = false;
}

void TerminalView::escape(char final) {
    reading_ = Reading::text;
    switch (final) {
        case '[':
            parameters_.clear();
            reading_ = Reading::sequence;
            return;
        case ']':
        case 'P': reading_ = Reading::string; return;
        case '(':
        case ')':
            set_for_ = final;
            reading_ = Reading::character_set;
            return;
        case '7': saved_row_ = row_, saved_column_ = column_; return;
        case '8': row_ = saved_row_, column_ = saved_column_; break;
        case 'D': line_feed(); break;
        case 'E': column_ = 0, line_feed(); break;
        case 'M': reverse_line_feed(); break;
        case 'c':
            was_cleared_ = true;
            rows_.assign(rows_.size(), blank_row());
            row_ = column_ = 0;
            break;
        case '\\':
        case '=':
        case '>': return;
        default: ++unknown_; return;
    }
    wraps_next_ = false;
}

std::size_t TerminalView::number(std::size_t index, std::size_t otherwise) const {
    std::size_t at = 0;
    for (std::size_t skipped = 0; skipped < index; ++skipped) {
        at = parameters_.find(';', at);
        if (at == std::string::npos) return otherwise;
        ++at;
    }
    std::size_t value = 0;
    bool given = false;
    for (; at < parameters_.size() && parameters_[at] >= '0' && parameters_[at] <= '9'; ++at, given = true)
        value = value * 10 + static_cast<std::size_t>(parameters_[at] - '0');
    return given ? value : otherwise;
}

void TerminalView::sequence(char final) {
    const bool is_private = !parameters_.empty() && parameters_[0] == '?';
    if (is_private) parameters_.erase(0, 1);
    const std::size_t count = std::max<std::size_t>(1, number(0, 1));
    Row& line = rows_[row_];
    const auto from = line.begin() + static_cast<std::ptrdiff_t>(column_);
    const auto some = static_cast<std::ptrdiff_t>(std::min(count, columns_ - column_));
    switch (final) {
        case 'm': return;  // colours
        case 'h':
        case 'l':
            if (is_private) mode(final == 'h');
            return;
        case 'n':
        case 'c':
        case 't': return;  // questions, and the window's title
        case 'A': row_ -= std::min(count, row_); break;
        case 'B': row_ = std::min(row_ + count, rows_.size() - 1); break;
        case 'C': column_ = std::min(column_ + count, columns_ - 1); break;
        case 'D': column_ -= std::min(count, column_); break;
        case 'G':
        case '`': column_ = std::min(count, columns_) - 1; break;
        case 'd': row_ = std::min(count, rows_.size()) - 1; break;
        case 'H':
        case 'f':
            row_ = std::min(count, rows_.size()) - 1;
            column_ = std::min(std::max<std::size_t>(1, number(1, 1)), columns_) - 1;
            break;
        case 'J': erase_in_display(number(0, 0)); break;
        case 'K': {
            const std::size_t what = number(0, 0);
            erase_in_row(what == 0 ? column_ : 0, what == 1 ? column_ + 1 : columns_);
            break;
        }
        case 'X': erase_in_row(column_, std::min(column_ + count, columns_)); break;
        case '@':
            line.insert(from, static_cast<std::size_t>(some), " ");
            line.resize(columns_);
            break;
        case 'P':
            line.erase(from, from + some);
            line.resize(columns_, " ");
            break;
        case 'b':
            for (std::size_t n = 0; n < count; ++n) put(last_);
            return;
        case 'L': scroll_down(row_, count); break;
        case 'M': scroll_up(row_, count); break;
        case 'S': scroll_up(top_, count); break;
        case 'T': scroll_down(top_, count); break;
        case 'r':
            top_ = count - 1;
            bottom_ = std::min(number(1, rows_.size()), rows_.size()) - 1;
            row_ = column_ = 0;
            break;
        default: ++unknown_; return;
    }
    wraps_next_ = false;
}

void TerminalView::mode(bool set) {
    const std::size_t which = number(0, 0);
    if (which != 1049 && which != 1047 && which != 47) return;
    if (set == alternate_) return;
    alternate_ = set;
    was_alternate_ = true;
    if (set) {
        main_rows_ = rows_;
        saved_row_ = row_, saved_column_ = column_;
        rows_.assign(rows_.size(), blank_row());
    } else {
        main_rows_.resize(rows_.size(), blank_row());
        rows_ = main_rows_;
        row_ = std::min(saved_row_, rows_.size() - 1), column_ = std::min(saved_column_, columns_ - 1);
    }
}

void TerminalView::erase_in_row(std::size_t from, std::size_t to) {
    for (std::size_t column = from; column < std::min(to, columns_); ++column) rows_[row_][column] = " ";
}

void TerminalView::erase_in_display(std::size_t what) {
    if (!alternate_ && (what >= 2 || (what == 0 && row_ == 0 && column_ == 0))) was_cleared_ = true;
    if (what == 3) return;
    if (what == 0) erase_in_row(column_, columns_);
    if (what == 1) erase_in_row(0, column_ + 1);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        if (what == 2 || (what == 0 && row > row_) || (what == 1 && row < row_)) rows_[row] = blank_row();
    }
}

void TerminalView::line_feed() {
    wraps_next_ = false;
    if (row_ == bottom_)
        scroll_up(top_, 1);
    else if (row_ + 1 < rows_.size())
        ++row_;
}

void TerminalView::reverse_line_feed() {
    if (row_ == top_)
        scroll_down(top_, 1);
    else if (row_ > 0)
        --row_;
}

void TerminalView::scroll_up(std::size_t top, std::size_t count) {
    for (std::size_t n = 0; n < std::min(count, bottom_ + 1 - top); ++n) {
        if (top == 0 && !alternate_) scrolled_out_.push_back(row(0));
        rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(top));
        rows_.insert(rows_.begin() + static_cast<std::ptrdiff_t>(bottom_), blank_row());
    }
}

void TerminalView::scroll_down(std::size_t top, std::size_t count) {
    for (std::size_t n = 0; n < std::min(count, bottom_ + 1 - top); ++n) {
        rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(bottom_));
        rows_.insert(rows_.begin() + static_cast<std::ptrdiff_t>(top), blank_row());
    }
}

}  // namespace lab::tests
