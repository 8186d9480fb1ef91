# werktdoord_embed(FILE FUNCTION HEADER): compiles a text file into a function that gives its text.
# Sets WERKTDOOR_EMBEDDED to the source made from it. REQUIRES: no `)text"` in the file.
function(werktdoord_embed file function header)
  file(READ ${file} WERKTDOOR_EMBED_TEXT)
  set(WERKTDOOR_EMBED_FUNCTION ${function})
  set(WERKTDOOR_EMBED_HEADER ${header})
  set(source ${PROJECT_BINARY_DIR}/embedded/${function}.cpp)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/embed.cpp.in ${source} @ONLY)
  set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  set(WERKTDOOR_EMBEDDED ${source} PARENT_SCOPE)
endfunction()
