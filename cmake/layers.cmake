# werktdoord_layer(NAME libs...): the static library of daemon/NAME; all of its files, no lists.
add_library(werktdoord_options INTERFACE)
target_include_directories(werktdoord_options INTERFACE ${PROJECT_SOURCE_DIR}/daemon)
target_compile_options(werktdoord_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                       -Wnon-virtual-dtor -Woverloaded-virtual
                       # g++ 12 sees overlaps and overruns in std::string that are not there (GCC
                       # bugs 105651 and 105329).
                       "$<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-array-bounds;-Wno-stringop-overflow>"
                       # The compiler tidies its memory seldom: a fifth less time for a test.
                       "$<$<CXX_COMPILER_ID:GNU>:SHELL:--param ggc-min-heapsize=500000>"
                       $<$<BOOL:${WERKTDOOR_WERROR}>:-Werror>)
target_compile_definitions(werktdoord_options INTERFACE WERKTDOOR_VERSION="${PROJECT_VERSION}")

# Parsed once a target: most of the time of a build goes into these.
set(standard_headers <algorithm> <array> <chrono> <functional> <map> <memory> <optional> <set>
    <sstream> <string> <string_view> <variant> <vector> <boost/system/result.hpp>)

function(werktdoord_layer name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/daemon/${name}/*.cpp)
  if(sources)
    add_library(werktdoord_${name} STATIC ${sources})
    target_link_libraries(werktdoord_${name} PUBLIC ${ARGN} PRIVATE werktdoord_options)
    target_include_directories(werktdoord_${name} PUBLIC ${PROJECT_SOURCE_DIR}/daemon)
    target_precompile_headers(werktdoord_${name} PRIVATE ${standard_headers})
  else()
    add_library(werktdoord_${name} INTERFACE)
    target_link_libraries(werktdoord_${name} INTERFACE ${ARGN})
    target_include_directories(werktdoord_${name} INTERFACE ${PROJECT_SOURCE_DIR}/daemon)
  endif()
endfunction()
