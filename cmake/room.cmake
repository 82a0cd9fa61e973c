# The headers that nearly every room's sources include are compiled once for all of them.
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/prefix.cpp CONTENT "// prefix.cpp: carries the precompiled header of the rooms.\n")
add_library(lab_prefix STATIC ${CMAKE_BINARY_DIR}/prefix.cpp)
target_link_libraries(lab_prefix PRIVATE lab_warnings lab_sanitizers fmt::fmt)
target_precompile_headers(lab_prefix PRIVATE <algorithm> <chrono> <cstdint> <filesystem> <fstream> <functional> <map>
                                             <memory> <optional> <set> <sstream> <string> <string_view> <utility> <vector>
                                             <fmt/format.h> <tl/expected.hpp>)

# lab_add_room(NAME [LIBRARY...]): the static library lab_NAME of the room checker/NAME. A room with a CMakeLists.txt
# describes itself; otherwise all of its sources are taken. Rooms include each other as "run/process.hpp".
function(lab_add_room name)
    set(folder ${CMAKE_SOURCE_DIR}/checker/${name})
    file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
    if(EXISTS ${folder}/CMakeLists.txt)
        add_subdirectory(${folder})
    elseif(sources)
        add_library(lab_${name} STATIC ${sources})
        target_include_directories(lab_${name} PUBLIC ${CMAKE_SOURCE_DIR}/checker)
        target_link_libraries(lab_${name} PUBLIC ${ARGN})
    else()
        add_library(lab_${name} INTERFACE)
        return()
    endif()
    get_target_property(type lab_${name} TYPE)
    if(NOT type STREQUAL INTERFACE_LIBRARY)
        target_link_libraries(lab_${name} PRIVATE lab_warnings fmt::fmt PUBLIC lab_sanitizers)
        target_precompile_headers(lab_${name} REUSE_FROM lab_prefix)
    endif()
endfunction()
