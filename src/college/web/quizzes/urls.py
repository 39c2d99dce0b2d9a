"""The addresses of a debate's quiz; the site puts them under ``debates/<slug>/quiz/``."""

from college.web.quizzes import desk_urls, figures_urls, file_urls, retelling_urls, taking_urls

urlpatterns = [
    *taking_urls.urlpatterns,
    *figures_urls.urlpatterns,
    *file_urls.urlpatterns,
    *desk_urls.urlpatterns,
    *retelling_urls.urlpatterns,
]
