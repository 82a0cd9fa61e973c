# Targets `format`, `format-check` and `tidy`, if the tools are there; version 19 is preferred.
find_program(LAB_CLANG_FORMAT NAMES clang-format-19 clang-format)
find_program(LAB_CLANG_TIDY NAMES clang-tidy-19 clang-tidy)
file(GLOB_RECURSE formatted
     ${CMAKE_SOURCE_DIR}/checker/*.cpp ${CMAKE_SOURCE_DIR}/checker/*.hpp ${CMAKE_SOURCE_DIR}/lessons/*.cpp
     ${CMAKE_SOURCE_DIR}/lessons/*.hpp ${CMAKE_SOURCE_DIR}/solutions/*.cpp)
set(checked ${formatted})
list(FILTER checked INCLUDE REGEX "/checker/[a-z]+/[a-z_0-9]+\\.cpp$")

if(LAB_CLANG_FORMAT)
    add_custom_target(format COMMAND ${LAB_CLANG_FORMAT} -i ${formatted} VERBATIM)
    add_custom_target(format-check COMMAND ${LAB_CLANG_FORMAT} --dry-run -Werror ${formatted} VERBATIM)
endif()
if(LAB_CLANG_TIDY)
    add_custom_target(tidy COMMAND ${LAB_CLANG_TIDY} --quiet -p ${CMAKE_BINARY_DIR} ${checked} VERBATIM)
endif()
