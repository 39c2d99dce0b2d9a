"""What answers say about items: how hard, how telling, how fair to holders of different viewpoints.

Everything here is arithmetic on a matrix of answers or on published counts; nothing of it knows people.
"""
